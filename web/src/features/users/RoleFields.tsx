import { Checkbox, Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member, Right, Role } from '@/api/types';
import { useUser } from '@/api/useSession';
import { LazyTeamsField } from '@/choices/LazyTeamsField';
import { TeamSelect } from '@/choices/TeamSelect';
import { ROLES } from './search';
import classes from './UserForm.module.css';
import type { UserForm } from './useUserForm';
import { RIGHTS } from './values';

/** What they may do at large, and what a team manager or a representative may do besides. */
export function RoleFields({ form, user }: { form: UserForm; user?: Member }) {
  const { t } = useTranslation();
  const me = useUser();
  const isMe = user?.id === me?.id;
  const { values, errors, set } = form;
  const isTeamManager = me?.role === 'team_manager';
  // Team managers have representatives alone (PPL-1).
  const roles = isTeamManager ? ROLES.filter((role) => role === 'representative') : ROLES;
  return (
    <>
      <Radio.Group
        aria-label={t('users.role')}
        value={values.role}
        onChange={(role) => set('role', role as Role)}
        error={errors.role}
      >
        <div className={classes.roles}>
          {roles.map((role) => (
            <Radio
              key={role}
              value={role}
              disabled={isMe}
              label={t(`role.${role}`)}
              description={t(`users.role_hint.${role}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {isMe && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('users.own_role')}
        </Text>
      )}
      {values.role === 'team_manager' && (
        <div className={classes.more}>
          <LazyTeamsField
            label={t('users.teams')}
            description={t('users.teams_hint')}
            value={values.team_ids}
            onChange={(ids) => set('team_ids', ids)}
            error={errors.team_ids}
          />
        </div>
      )}
      {values.role === 'team_manager' && (
        <Checkbox.Group
          className={classes.more}
          label={t('users.rights')}
          value={values.rights}
          onChange={(rights) => set('rights', rights as Right[])}
          error={errors.rights}
        >
          <div className={classes.rights}>
            {RIGHTS.map((right) => (
              <Checkbox key={right} value={right} label={t(`users.right.${right}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {values.role === 'representative' && (
        <TeamSelect
          className={classes.team}
          label={t('team.one')}
          description={isTeamManager && !user && t('users.own_team')}
          none={isTeamManager && values.team_id ? undefined : t('team.none')}
          value={values.team_id}
          onChange={(id) => set('team_id', id)}
          error={errors.team_id}
        />
      )}
    </>
  );
}
