import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Module } from '@/api/types';
import { useSeatsOf } from '@/choices/seats';
import { SeatSelect } from './SeatSelect';
import classes from './UserForm.module.css';
import type { UserForm } from './useUserForm';
import { MODULES, modulesOf, type SEATED, type UserValues } from './values';

type Seated = (typeof SEATED)[number];

const isSeated = (module: Module): module is Seated => module !== 'management';

type Props = {
  form: Pick<UserForm, 'values' | 'errors' | 'set'>;
  /** The seats that they have had. */
  held?: UserValues['seats'];
};

/** A line for each part of the product: whether it is open to them, and by which seat (PPL-15). */
export function ModuleFields({ form, held }: Props) {
  const { t } = useTranslation();
  const seatsOf = useSeatsOf();
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
              description={module === 'management' && !all && t('users.management_hint')}
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
              <SeatSelect
                module={module}
                seats={seatsOf(module)}
                value={values.seats[module] ?? null}
                held={held?.[module] ?? null}
                wrong={Boolean(errors.seats)}
                onChange={(kind) => set('seats', { ...values.seats, [module]: kind })}
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
