import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import classes from './CustomerForm.module.css';
import type { CustomerFormState } from './useCustomerForm';
import { useValueText } from './useValueText';

/** Somebody else was faster: says what they have entered where both have changed the same field. */
export function ConflictNotice({ state: { conflicts, takeTheirs, saved } }: { state: CustomerFormState }) {
  const { t } = useTranslation();
  const text = useValueText();
  if (!conflicts || saved) return null;
  return (
    <Notice tone="warn" title={t('customer.stale_title')}>
      {conflicts.length > 0 ? t('customer.stale_conflicts') : t('customer.stale_merged')}
      {conflicts.map((conflict) => (
        <div key={conflict.field} className={classes.conflict}>
          <strong>{t(`customer.${conflict.field}`)}</strong>
          <Text c="var(--mantine-color-text)">
            {conflict.field === 'company_id'
              ? (conflict.company ?? t('customer.no_company'))
              : text(conflict.field, conflict.theirs)}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => takeTheirs(conflict)}
            aria-label={t('customer.take_theirs_for', { field: t(`customer.${conflict.field}`) })}
          >
            {t('customer.take_theirs')}
          </Button>
        </div>
      ))}
    </Notice>
  );
}
