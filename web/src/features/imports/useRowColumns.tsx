import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError, ImportMode, ImportRow } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { useFormat } from '@/ui/useFormat';
import classes from './ImportRows.module.css';
import { RowChanges } from './RowChanges';
import { VERDICT_COLORS } from './verdicts';

const SHOWN = ['first_name', 'last_name', 'email', 'company'];

const NARROWER: Record<string, string | undefined> = {
  verdict: '118px',
  row: '58px',
  email: '21%',
  company: '14%',
};

/** The other verdicts say why by themselves; a sentence in each of their rows would be noise. */
const mistakes = ({ verdict, errors }: ImportRow) => (verdict === 'invalid' ? errors : []);

export function useRowColumns(mode: ImportMode): Column<ImportRow>[] {
  const { t } = useTranslation();
  const columns: Column<ImportRow>[] = [
    {
      key: 'verdict',
      header: t('verdict.label'),
      width: '17%',
      cell: (row) => (
        <>
          <span className={classes.verdict}>
            <span className={classes.dot} style={{ background: VERDICT_COLORS[row.verdict] }} />
            {t(`verdict.${row.verdict}`)}
          </span>
          {row.same_as && <div className={classes.note}>{t('import.same_as', { row: row.same_as })}</div>}
          {/* What belongs to a column that is not shown, or to the row as a whole. */}
          {row.kept && <div className={classes.note}>{row.kept.message}</div>}
          <Errors errors={mistakes(row).filter(({ field }) => !SHOWN.includes(field))} withField />
        </>
      ),
    },
    { key: 'row', header: t('import.row'), width: '76px', cell: ({ row }) => row },
    { key: 'line', header: t('import.line'), width: '76px', cell: ({ line }) => line },
    {
      key: 'name',
      header: t('customers.name'),
      cell: (row) =>
        content([row.values.first_name, row.values.last_name].filter(Boolean).join(' '), row, [
          'first_name',
          'last_name',
        ]),
    },
    {
      key: 'email',
      header: t('customers.email'),
      width: '33%',
      cell: (row) => content(row.values.email && <EmailText>{row.values.email}</EmailText>, row, ['email']),
    },
    {
      key: 'company',
      header: t('customers.company'),
      width: '18%',
      cell: (row) => content(row.values.company, row, ['company']),
    },
  ];
  if (mode === 'create') return columns;
  // What a row would change matters more than on which line it stands.
  return [
    ...columns
      .filter(({ key }) => key !== 'line')
      .map((column) => ({ ...column, width: NARROWER[column.key] })),
    {
      key: 'changes',
      header: t('import.changes'),
      width: '31%',
      cell: ({ changes }) => (changes.length > 0 ? <RowChanges changes={changes} /> : undefined),
    },
  ];
}

function content(value: ReactNode, row: ImportRow, fields: string[]): ReactNode {
  const own = mistakes(row).filter(({ field }) => fields.includes(field));
  if (own.length === 0) return value;
  return (
    <>
      {value}
      <Errors errors={own} />
    </>
  );
}

function Errors({ errors, withField }: { errors: FieldError[]; withField?: boolean }) {
  const format = useFormat();
  return errors.map(({ field, code, message }) => (
    <div key={`${field} ${code}`} className={classes.error}>
      {withField && field ? format.pair(field, message) : message}
    </div>
  ));
}
