import { useTranslation } from 'react-i18next';
import type { BatchLine } from '@/api/types';
import { type Column, DataTable } from '@/ui/DataTable';
import { Panel } from '@/ui/Panel';
import { ShareBar } from '@/ui/ShareBar';
import { StatusDot } from '@/ui/StatusDot';
import classes from './Batch.module.css';
import { COLORS, VERDICTS } from './lines';

type Props = {
  items: BatchLine[];
  /** Those that were not added, to be corrected. */
  isRest: boolean;
};

/** Each line with what would become of it, and why. */
export function BatchLines({ items, isRest }: Props) {
  const { t } = useTranslation();
  const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
  const met = VERDICTS.filter((verdict) => count(verdict) > 0);
  const columns: Column<BatchLine>[] = [
    { key: 'line', header: t('batch.line'), width: '80px', cell: ({ line }) => line },
    {
      key: 'verdict',
      header: t('verdict.label'),
      width: '170px',
      cell: ({ verdict }) => (
        <StatusDot tone={verdict === 'ok' ? 'good' : verdict === 'invalid' ? 'bad' : 'warn'}>
          {t(`batch.verdict.${verdict}`)}
        </StatusDot>
      ),
    },
    {
      key: 'who',
      header: t('users.name'),
      width: '26%',
      cell: ({ values: { first_name = '', last_name = '', login = '' } }) => (
        <>
          {`${first_name} ${last_name}`.trim()}
          <div>{login}</div>
        </>
      ),
    },
    {
      key: 'why',
      header: t('batch.why'),
      cell: ({ errors }) =>
        errors.map(({ field, code, message }) => (
          <div key={`${field} ${code}`} className={classes.error}>
            {message}
          </div>
        )),
    },
  ];
  return (
    <Panel title={t(isRest ? 'batch.left' : 'batch.found')} flush>
      <div className={classes.chart}>
        <ShareBar
          label={t('batch.found')}
          parts={met.map((verdict) => ({
            key: verdict,
            name: t(`batch.verdict.${verdict}`),
            value: count(verdict),
            color: COLORS[verdict],
          }))}
        />
      </div>
      <DataTable caption={t('batch.found')} columns={columns} rows={items} rowKey={({ line }) => line} />
    </Panel>
  );
}
