import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { useFormat } from '@/ui/useFormat';
import { Actor } from './Actor';
import { Told } from './Told';

export function useAuditColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'what', header: t('audit.what'), cell: (entry) => <Told entry={entry} /> },
    { key: 'who', header: t('audit.who'), width: '190px', cell: ({ actor }) => <Actor actor={actor} /> },
    {
      key: 'when',
      header: t('audit.when'),
      width: '170px',
      cell: ({ at }) => <time dateTime={at}>{format.time(at)}</time>,
    },
    {
      key: 'where',
      header: t('audit.from_where'),
      width: '140px',
      cell: ({ origin }) => origin && <span title={origin.user_agent}>{origin.ip}</span>,
    },
  ];
}
