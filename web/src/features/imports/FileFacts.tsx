import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { useFormat } from '@/ui/useFormat';

const DELIMITERS = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
} as const;

const isKnown = (delimiter: string): delimiter is keyof typeof DELIMITERS => delimiter in DELIMITERS;

/** Size, time, encoding and delimiter: one quiet line under the file's name. */
export function FileFacts({ import: { size, created_at, mode, format: csv } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [format.bytes(size), format.time(created_at)];
  if (csv) {
    const [delimiter, encoding] = [String(csv.delimiter), String(csv.encoding)];
    facts.push(
      encoding.replace(/^utf.*/i, (name) => name.toUpperCase()).replace(/^windows/i, 'Windows'),
      isKnown(delimiter) ? t(`imports.delimiter_${DELIMITERS[delimiter]}`) : delimiter,
    );
  }
  if (mode === 'update') facts.push(t('imports.updates'));
  return <span>{facts.join(' · ')}</span>;
}
