import { Checkbox, Radio, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member, Right, Role } from '@/api/types';
import { useUser } from '@/api/useSession';
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
  return (
    <>
      <Radio.Group
        aria-label={t('users.role')}
        value={values.role}
        onChange={(role) => set('role', role as Role)}
        error={errors.role}
      >
        <div className={classes.roles}>
          {ROLES.map((role) => (
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
        <Switch
          className={classes.more}
          label={t('users.management_access')}
          description={t('users.management_access_hint')}
          {...form.tick('management_access')}
        />
      )}
    </>
  );
}
