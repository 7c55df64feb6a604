import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { CompanyNames } from '@/choices/CompanyNames';
import { TeamLink } from '@/choices/TeamLink';
import { EmailText } from '@/ui/EmailText';
import { type Fact, Facts } from '@/ui/Facts';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { SEATED } from './values';

/** The same as the form, for those who may look only. */
export function UserFacts({ user }: { user: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seats = useSeatTexts(user);
  const { login, email, screen_name, locale, time_zone, company_access: access } = user;
  return (
    <Stack gap="md">
      <Panel title={t('users.part_person')}>
        <Facts
          facts={[
            { name: t('users.login'), value: <EmailText>{login}</EmailText> },
            { name: t('users.email'), value: <EmailText>{email}</EmailText> },
            { name: t('users.screen_name'), value: screen_name },
            { name: t('users.locale'), value: format.language(locale) },
            { name: t('users.time_zone'), value: time_zone },
          ]}
        />
      </Panel>
      <DutyFacts user={user} />
      <Panel title={t('users.part_access')}>
        <Facts
          facts={[
            {
              name: t('users.companies'),
              value: access === 'all' ? t('users.all') : <CompanyNames ids={access} />,
            },
            {
              name: t('users.modules'),
              value: format.list(user.modules.map((module) => t(`users.module.${module}`))),
            },
            { name: t('users.seats'), value: format.list(seats) },
          ]}
        />
      </Panel>
    </Stack>
  );
}

/** What a team manager or a representative may do besides (PPL-1, PPL-2). */
function DutyFacts({ user: { rights, team_id, team_ids } }: { user: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: Fact[] = [];
  if (team_id) facts.push({ name: t('team.one'), value: <TeamLink id={team_id} /> });
  if (team_ids.length > 0)
    facts.push({
      name: t('users.teams'),
      value: team_ids.map((id) => (
        <div key={id}>
          <TeamLink id={id} />
        </div>
      )),
    });
  if (rights.length > 0)
    facts.push({
      name: t('users.rights'),
      value: format.list(rights.map((right) => t(`users.right.${right}`))),
    });
  if (facts.length === 0) return null;
  return (
    <Panel title={t('users.part_role')}>
      <Facts facts={facts} />
    </Panel>
  );
}

/** By which seats they work, as `Service desk: a shared seat`. */
function useSeatTexts({ seats }: Member): string[] {
  const { t } = useTranslation();
  return SEATED.flatMap((module) => {
    const kind = seats[module];
    return kind ? `${t(`users.module.${module}`)}: ${t(`users.seat.${kind}`)}` : [];
  });
}
