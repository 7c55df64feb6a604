import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import { DELIMITERS, encodingName } from './format';

/** Size, time, encoding and delimiter: one quiet line under the file's name. */
export function FileFacts({ import: { size, created_at, mode, format: csv } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [format.bytes(size), format.time(created_at)];
  if (csv) facts.push(encodingName(csv.encoding), t(`imports.delimiter_${DELIMITERS[csv.delimiter]}`));
  if (mode === 'update') facts.push(t('imports.updates'));
  return <span>{facts.join(' · ')}</span>;
}
