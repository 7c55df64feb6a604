import { Button, Input, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { RowActions } from '@/ui/RowActions';
import { Tick } from '@/ui/Tick';
import { FIELDS, ofList, USES } from '../values';
import classes from './Form.module.css';
import type { PartProps } from './part';

const MOST = 10;

/** What the page asks for: usual fields, fields of its own, and what a question can be about (POR-3). */
export function AskedFields({ form }: PartProps) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const categories = ofList(errors, 'categories');
  return (
    <>
      <ul className={classes.asked}>
        {FIELDS.map((field) => (
          <Asked key={field} field={field} form={form} />
        ))}
      </ul>
      <div className={classes.fields}>
        <Textarea
          label={t('portals.categories')}
          description={t('portals.categories_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rows={3}
          resize="vertical"
          value={values.categories}
          error={categories}
          aria-invalid={Boolean(categories) || undefined}
          onChange={({ currentTarget }) => set('categories', currentTarget.value)}
        />
      </div>
      <h3 className={classes.sub}>{t('portals.custom')}</h3>
      <p className={classes.note}>{t('portals.custom_hint', { count: MOST })}</p>
      <Custom form={form} />
    </>
  );
}

function Asked({ field, form }: PartProps & { field: (typeof FIELDS)[number] }) {
  const { t } = useTranslation();
  const id = useId();
  const { values, errors, set } = form;
  const path = `fields.${field}`;
  return (
    <li className={classes.ask}>
      <span id={id}>{t(`portals.field.${field}`)}</span>
      <div
        className={classes.segments}
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={errors[path] ? `${id}-error` : undefined}
      >
        {USES.map((use) => (
          <label key={use} className={classes.segment}>
            <input
              type="radio"
              name={id}
              checked={values.uses[field] === use}
              aria-invalid={(Boolean(errors[path]) && values.uses[field] === use) || undefined}
              onChange={() => set('uses', { ...values.uses, [field]: use }, path)}
            />
            <span>{t(`portals.use.${use}`)}</span>
          </label>
        ))}
      </div>
      {errors[path] && (
        <Input.Error id={`${id}-error`} className={classes.askError}>
          {errors[path]}
        </Input.Error>
      )}
    </li>
  );
}

function Custom({ form }: PartProps) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const change = (custom: typeof values.custom) => set('custom', custom, 'fields.custom');
  const withOne = (at: number, part: Partial<(typeof values.custom)[number]>) =>
    change(values.custom.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      {values.custom.map(({ label, required }, at) => {
        const error = errors[`fields.custom.${at}.label`];
        const name = label || t('portals.custom_nth', { number: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has nothing else that stays the same while it is typed
          <div key={at} className={classes.custom}>
            <TextInput
              aria-label={t('portals.custom_nth', { number: at + 1 })}
              placeholder={t('portals.custom_example')}
              maxLength={60}
              value={label}
              error={error}
              aria-invalid={Boolean(error) || undefined}
              onChange={({ currentTarget }) => withOne(at, { label: currentTarget.value })}
            />
            <label className={classes.tick} htmlFor={`custom-${at}`}>
              <Tick
                id={`custom-${at}`}
                checked={required}
                onChange={(checked) => withOne(at, { required: checked })}
              />
              {t('portals.use.required')}
            </label>
            <div className={classes.tick}>
              <RowActions
                actions={[
                  {
                    icon: 'trash',
                    label: t('portals.custom_remove', { name }),
                    onClick: () => change(values.custom.filter((_, index) => index !== at)),
                  },
                ]}
              />
            </div>
          </div>
        );
      })}
      {errors['fields.custom'] && <Input.Error mb={8}>{errors['fields.custom']}</Input.Error>}
      {values.custom.length < MOST && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => change([...values.custom, { label: '', required: false }])}
        >
          {t('portals.custom_add')}
        </Button>
      )}
    </>
  );
}
