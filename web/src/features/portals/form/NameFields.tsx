import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompanySelect } from '@/choices/CompanySelect';
import { addressOf, slugOf } from '../address';
import classes from './Form.module.css';
import type { PartProps } from './part';

/** What it is called, where it is, whose it is, and whether it is open. */
export function NameFields({ form, isNew }: PartProps) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const [follows, setFollows] = useState(Boolean(isNew) && values.slug === '');
  return (
    <div className={classes.row}>
      <TextInput
        label={t('portals.name')}
        maxLength={128}
        value={values.name}
        error={errors.name}
        aria-invalid={Boolean(errors.name) || undefined}
        data-autofocus={isNew || undefined}
        onChange={({ currentTarget: { value } }) => {
          set('name', value);
          if (follows) set('slug', slugOf(value));
        }}
      />
      <TextInput
        label={t('portals.slug')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          <span className={classes.address}>
            {t(isNew ? 'portals.slug_hint' : 'portals.slug_moves')} {addressOf('')}
            <b>{values.slug || '…'}</b>
          </span>
        }
        maxLength={40}
        spellCheck={false}
        autoCapitalize="none"
        value={values.slug}
        error={errors.slug}
        aria-invalid={Boolean(errors.slug) || undefined}
        onChange={({ currentTarget: { value } }) => {
          setFollows(false);
          set('slug', value.toLowerCase());
        }}
      />
      <CompanySelect
        label={t('customers.company')}
        placeholder={t('portals.no_company')}
        error={errors.company_id}
        value={values.company_id || undefined}
        onChange={(id) => set('company_id', id ?? '')}
      />
      <NativeSelect
        label={t('portals.status_label')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={t(`portals.status_hint.${values.status}`)}
        data={(['active', 'inactive'] as const).map((value) => ({
          value,
          label: t(`portals.status.${value}`),
        }))}
        value={values.status}
        error={errors.status}
        onChange={({ currentTarget: { value } }) =>
          set('status', value === 'inactive' ? 'inactive' : 'active')
        }
      />
    </div>
  );
}
