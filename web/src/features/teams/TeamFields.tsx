import { type InputWrapperProps, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Team } from '@/api/types';
import { inOrder } from '@/choices/teams';
import { useFormat } from '@/ui/useFormat';
import classes from './SettingsTab.module.css';
import type { TeamForm } from './useTeamForm';

/** Hints below, so that fields side by side stand in one line. */
const ORDER: InputWrapperProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];

/** What it is called, and where it stands; a team with subteams can't become one. */
export function PlaceFields({ form, team, teams }: { form: TeamForm; team: Team; teams: Team[] }) {
  const { t } = useTranslation();
  const hasSubteams = teams.some(({ parent_id }) => parent_id === team.id);
  const parents = inOrder(teams).filter(({ id, parent_id }) => !parent_id && id !== team.id);
  const parent = form.text('parent_id');
  return (
    <div className={classes.row}>
      <TextInput
        label={t('teams.name')}
        maxLength={128}
        {...form.text('name')}
        aria-invalid={Boolean(form.errors.name) || undefined}
      />
      {!hasSubteams && (
        <NativeSelect
          label={t('teams.parent')}
          data={[
            { value: '', label: t('teams.no_parent') },
            ...parents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...parent}
        />
      )}
    </div>
  );
}

const NUMBERS = [
  { field: 'available_logins', text: 'logins', none: 'any_number' },
  { field: 'min_length', text: 'min_length', none: 'as_all' },
  { field: 'max_age_days', text: 'max_age', none: 'never' },
] as const;

type RuleProps = { form: TeamForm; team: Team; parent: Team | undefined };

/** What it sets for its people; what a subteam leaves blank is as in its team, which not everybody may see who manages it. */
export function RuleFields({ form, team, parent }: RuleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const above = parent && {
    available_logins: parent.available_logins,
    min_length: parent.password_policy.min_length,
    max_age_days: parent.password_policy.max_age_days,
  };
  const blank = (field: keyof NonNullable<typeof above>, none: (typeof NUMBERS)[number]['none']) => {
    const said = above?.[field];
    const value = said ? format.number(said) : t(`teams.${none}`);
    if (parent) return t('teams.inherited', { team: parent.name, value });
    return team.parent_id ? '' : t('teams.blank', { value });
  };
  return (
    <div className={classes.fields}>
      <div className={classes.row}>
        {NUMBERS.map(({ field, text, none }) => (
          <TextInput
            key={field}
            label={t(`teams.${text}`)}
            description={`${t(`teams.${text}_hint`)} ${blank(field, none)}`}
            inputWrapperOrder={ORDER}
            inputMode="numeric"
            {...form.text(field)}
            aria-invalid={Boolean(form.errors[field]) || undefined}
          />
        ))}
      </div>
      <Textarea
        label={t('teams.message')}
        description={
          parent?.message
            ? `${t('teams.message_hint')} ${t('teams.inherited', { team: parent.name, value: parent.message })}`
            : t('teams.message_hint')
        }
        inputWrapperOrder={ORDER}
        rows={4}
        resize="vertical"
        maxLength={2000}
        {...form.text('message')}
        aria-invalid={Boolean(form.errors.message) || undefined}
      />
    </div>
  );
}
