import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError, ImportRow } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import classes from './ImportRows.module.css';
import { VERDICT_COLORS } from './verdicts';

const SHOWN = ['first_name', 'last_name', 'email', 'company'];

export function useRowColumns(): Column<ImportRow>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'verdict',
      header: t('verdict.label'),
      width: '17%',
      cell: ({ verdict, errors, same_as }) => (
        <>
          <span className={classes.verdict}>
            <span className={classes.dot} style={{ background: VERDICT_COLORS[verdict] }} />
            {t(`verdict.${verdict}`)}
          </span>
          {same_as && <div className={classes.note}>{t('import.same_as', { row: same_as })}</div>}
          {/* What belongs to a column that is not shown, or to the row as a whole. */}
          <Errors errors={errors.filter(({ field }) => !SHOWN.includes(field))} withField />
        </>
      ),
    },
    { key: 'row', header: t('import.row'), width: '76px', cell: ({ row }) => row },
    { key: 'line', header: t('import.line'), width: '76px', cell: ({ line }) => line },
    {
      key: 'name',
      header: t('customers.name'),
      cell: ({ values, errors }) =>
        content([values.first_name, values.last_name], errors, ['first_name', 'last_name']),
    },
    {
      key: 'email',
      header: t('customers.email'),
      width: '31%',
      cell: ({ values, errors }) => content([values.email], errors, ['email']),
    },
    {
      key: 'company',
      header: t('customers.company'),
      width: '18%',
      cell: ({ values, errors }) => content([values.company], errors, ['company']),
    },
  ];
}

function content(values: (string | undefined)[], errors: FieldError[], fields: string[]): ReactNode {
  const text = values.filter(Boolean).join(' ');
  const own = errors.filter(({ field }) => fields.includes(field));
  if (own.length === 0) return text;
  return (
    <>
      {text}
      <Errors errors={own} />
    </>
  );
}

function Errors({ errors, withField }: { errors: FieldError[]; withField?: boolean }) {
  return errors.map(({ field, code, message }) => (
    <div key={`${field} ${code}`} className={classes.error}>
      {withField && field ? `${field}: ${message}` : message}
    </div>
  ));
}
