import { NativeSelect, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EmailFormat, Locale } from '@/api/types';
import { CompanySelect } from '@/choices/CompanySelect';
import { useFormat } from '@/ui/useFormat';
import classes from './CustomerForm.module.css';
import type { CustomerFormState } from './useCustomerForm';

type Props = { form: CustomerFormState['form'] };

const LOCALES: Locale[] = ['de', 'en', 'es', 'fr', 'it', 'pt'];
const FORMATS: EmailFormat[] = ['html', 'plain'];

export function PersonFields({ form }: Props) {
  const { t } = useTranslation();
  const field = (name: 'first_name' | 'last_name' | 'email' | 'job_title' | 'department') => ({
    label: t(`customer.${name}`),
    ...form.getInputProps(name),
  });
  const company = form.getInputProps('company_id');
  return (
    <div className={classes.grid}>
      <TextInput {...field('first_name')} autoComplete="off" />
      <TextInput {...field('last_name')} autoComplete="off" />
      <TextInput {...field('email')} type="email" required withAsterisk={false} autoComplete="off" />
      <TagsInput
        label={t('customer.email_aliases')}
        description={t('customer.email_aliases_hint')}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('email_aliases')}
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
          {...form.getInputProps(name)}
        />
      ))}
      <Textarea
        className={classes.whole}
        label={t('customer.address')}
        rows={2}
        {...form.getInputProps('address')}
      />
      <Textarea
        className={classes.whole}
        label={t('customer.notes')}
        rows={5}
        resize="vertical"
        {...form.getInputProps('notes')}
      />
    </div>
  );
}

export function MailFields({ form }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { time_zone: zone } = form.values;
  // Browsers leave out names such as "UTC", which may be theirs all the same.
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(zone ? [zone] : [])])].sort();
  const locale = form.getInputProps('locale');
  return (
    <div className={classes.grid}>
      <NativeSelect
        label={t('customer.locale')}
        {...locale}
        value={form.values.locale ?? ''}
        onChange={(event) => locale.onChange(event.currentTarget.value || null)}
        data={[
          ...(form.values.locale ? [] : [{ value: '', label: t('customer.as_account') }]),
          ...LOCALES.map((value) => ({ value, label: format.language(value) })),
        ]}
      />
      <Select
        label={t('customer.time_zone')}
        placeholder={t('customer.as_account')}
        searchable
        limit={60}
        data={zones}
        nothingFoundMessage={t('customer.no_time_zone')}
        {...form.getInputProps('time_zone')}
      />
      <NativeSelect
        label={t('customer.email_format')}
        data={FORMATS.map((value) => ({ value, label: t(`customer.format_${value}`) }))}
        {...form.getInputProps('email_format')}
      />
      <Switch
        className={classes.whole}
        label={t('customer.feedback_mails')}
        {...form.getInputProps('feedback_mails', { type: 'checkbox' })}
      />
    </div>
  );
}
