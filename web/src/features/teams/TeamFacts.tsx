import { useTranslation } from 'react-i18next';
import type { Team } from '@/api/types';
import { Facts } from '@/ui/Facts';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import classes from './SettingsTab.module.css';
import { PortalFacts } from './TeamPortal';

type Props = { team: Team; parent: Team | undefined };

/** What a team is called and where it stands, for those who can't change that. */
export function PlaceFacts({ team, parent }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          { name: t('teams.name'), value: team.name },
          {
            name: t('teams.subteam_of'),
            value: parent && (
              <AnchorLink to="/teams/$id" params={{ id: parent.id }}>
                {parent.name}
              </AnchorLink>
            ),
          },
        ]}
      />
      <p className={classes.note}>{t('teams.place_hint')}</p>
    </>
  );
}

/** The same as the form, for those who may look only. */
export function TeamFacts({ team, parent }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { effective } = team;
  /** What holds, and from whom it is if the team says nothing itself. */
  const told = (own: unknown, holds: string) =>
    parent && !own ? t('teams.from', { value: holds, team: parent.name }) : holds;
  const number = (own: number | null | undefined, holds: number | null | undefined, none: string) =>
    holds ? told(own, format.number(holds)) : none;
  const [policy, holds] = [team.password_policy, effective.password_policy];
  return (
    <div className={classes.parts}>
      <Panel title={t('teams.place')}>
        <PlaceFacts team={team} parent={parent} />
      </Panel>
      <PortalFacts team={team} />
      <Panel title={t('teams.for_people')}>
        <Facts
          facts={[
            {
              name: t('teams.logins'),
              value: number(team.available_logins, effective.available_logins, t('teams.any_number')),
            },
            {
              name: t('teams.min_length'),
              value: number(policy.min_length, holds.min_length, t('teams.as_all')),
            },
            {
              name: t('teams.max_age'),
              value: number(policy.max_age_days, holds.max_age_days, t('teams.never')),
            },
            {
              name: t('teams.message'),
              wide: true,
              value: effective.message && (
                <span className={classes.message}>{told(team.message, effective.message)}</span>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  );
}
