import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { EmailFormat } from '@/api/types';
import { CompanySelect } from '@/choices/CompanySelect';
import { lazyField } from '@/ui/lazyField';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { useFormat } from '@/ui/useFormat';
import classes from './CustomerForm.module.css';
import type { CustomerFormState } from './useCustomerForm';

type Props = { form: CustomerFormState['form'] };

const FORMATS: EmailFormat[] = ['html', 'plain'];

const Aliases = lazyField(() => import('./AliasesField').then(({ AliasesField }) => AliasesField));

export function PersonFields({ form }: Props) {
  const { t } = useTranslation();
  const field = (name: 'first_name' | 'last_name' | 'email' | 'job_title' | 'department') => ({
    label: t(`customer.${name}`),
    ...form.text(name),
  });
  const company = form.value('company_id');
  return (
    <div className={classes.grid}>
      <TextInput {...field('first_name')} autoComplete="off" />
      <TextInput {...field('last_name')} autoComplete="off" />
      <TextInput {...field('email')} type="email" required withAsterisk={false} autoComplete="off" />
      <Aliases
        label={t('customer.email_aliases')}
        description={t('customer.email_aliases_hint')}
        {...form.value('email_aliases')}
      />
      <CompanySelect
        label={t('customer.company')}
        placeholder={t('customer.no_company')}
        value={form.values.company_id ?? undefined}
        onChange={(id) => company.onChange(id ?? null)}
        error={company.error}
      />
      <TextInput {...field('job_title')} />
      <TextInput {...field('department')} />
    </div>
  );
}

export function ContactFields({ form }: Props) {
  const { t } = useTranslation();
  const phones = ['office_phone', 'mobile_phone', 'other_phone', 'fax'] as const;
  return (
    <div className={classes.grid}>
      {phones.map((name) => (
        <TextInput
          key={name}
          type="tel"
          autoComplete="off"
          label={t(`customer.${name}`)}
          {...form.text(name)}
        />
      ))}
      <Textarea className={classes.whole} label={t('customer.address')} rows={2} {...form.text('address')} />
      <Textarea
        className={classes.whole}
        label={t('customer.notes')}
        rows={5}
        resize="vertical"
        {...form.text('notes')}
      />
    </div>
  );
}

export function MailFields({ form }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = form.value('time_zone');
  return (
    <div className={classes.grid}>
      <NativeSelect
        label={t('customer.locale')}
        value={form.values.locale ?? ''}
        error={form.errors.locale}
        onChange={({ currentTarget: { value } }) =>
          form.set('locale', LOCALES.find((locale) => locale === value) ?? null)
        }
        data={[
          ...(form.values.locale ? [] : [{ value: '', label: t('customer.as_account') }]),
          ...LOCALES.map((value) => ({ value, label: format.language(value) })),
        ]}
      />
      <TimeZoneSelect
        label={t('customer.time_zone')}
        none={form.values.time_zone ? undefined : t('customer.as_account')}
        {...zone}
        onChange={(name) => zone.onChange(name || null)}
      />
      <NativeSelect
        label={t('customer.email_format')}
        data={FORMATS.map((value) => ({ value, label: t(`customer.format_${value}`) }))}
        {...form.text('email_format')}
      />
      <Switch
        className={classes.whole}
        label={t('customer.feedback_mails')}
        {...form.tick('feedback_mails')}
      />
    </div>
  );
}
