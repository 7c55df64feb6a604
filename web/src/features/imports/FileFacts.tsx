import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import { DELIMITERS, encodingName } from './format';
import { useImporter } from './useImporter';

/** Size, time, who, encoding and delimiter: one quiet line under the file's name. */
export function FileFacts({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const importer = useImporter();
  const { size, created_at, mode, format: csv } = found;
  const facts = [format.bytes(size), format.time(created_at), importer(found)];
  if (csv) facts.push(encodingName(csv.encoding), t(`imports.delimiter_${DELIMITERS[csv.delimiter]}`));
  if (mode === 'update') facts.push(t('imports.updates'));
  return <span>{facts.join(' · ')}</span>;
}
