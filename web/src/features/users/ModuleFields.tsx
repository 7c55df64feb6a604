import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Module } from '@/api/types';
import classes from './UserForm.module.css';
import type { UserForm } from './useUserForm';
import { MODULES, modulesOf, type SEATED } from './values';

type Seated = (typeof SEATED)[number];

const isSeated = (module: Module): module is Seated => module !== 'management';

/** A line for each part of the product: whether it is open to them, and by which seat (PPL-15). */
export function ModuleFields({ form }: { form: Pick<UserForm, 'values' | 'errors' | 'set'> }) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const open = modulesOf(values);
  const all = values.role === 'company_manager';
  const wrong = errors.modules ?? errors.seats;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('users.modules')}</legend>
      <Text size="xs" c="dimmed">
        {t('users.modules_hint')}
      </Text>
      <ul className={classes.modules}>
        {MODULES.map((module, at) => (
          <li key={module} className={classes.module}>
            <Checkbox
              label={t(`users.module.${module}`)}
              checked={open.includes(module)}
              disabled={all}
              aria-invalid={(Boolean(errors.modules) && at === 0) || undefined}
              onChange={(event) =>
                set(
                  'modules',
                  MODULES.filter((one) =>
                    one === module ? event.currentTarget.checked : open.includes(one),
                  ),
                )
              }
            />
            {isSeated(module) && open.includes(module) && (
              <NativeSelect
                aria-label={t('users.seat_for', { module: t(`users.module.${module}`) })}
                error={Boolean(errors.seats)}
                value={values.seats[module] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  set('seats', {
                    ...values.seats,
                    [module]: value === 'named' || value === 'shared' ? value : null,
                  })
                }
                data={[
                  { value: '', label: t('users.seat.none') },
                  { value: 'named', label: t('users.seat.named') },
                  { value: 'shared', label: t('users.seat.shared') },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {wrong && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {wrong}
        </Text>
      )}
    </fieldset>
  );
}
