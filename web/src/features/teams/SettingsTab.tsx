import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Team } from '@/api/types';
import { teamsQuery } from '@/choices/teams';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import classes from './SettingsTab.module.css';
import { PlaceFacts, TeamFacts } from './TeamFacts';
import { PlaceFields, RuleFields } from './TeamFields';
import { PortalFacts, PortalFields } from './TeamPortal';
import { useTeamForm } from './useTeamForm';

type Props = { known: Versioned<Team>; parent: Team | undefined };

/** Where a team stands, and what it sets for its people. What somebody may not change, they read. */
export function SettingsTab({ known, parent }: Props) {
  const maySetUp = useMay('set_up_teams');
  return maySetUp ? <Changing {...{ known, parent }} /> : <TeamFacts team={known.thing} parent={parent} />;
}

function Changing({ known, parent }: Props) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_teams');
  const { data: teams = [] } = useQuery(teamsQuery);
  const state = useTeamForm(known);
  const { form, merged, dirty } = state;
  useLeaveGuard(dirty && !state.saving);
  return (
    <Form
      error={state.error}
      busy={state.saving}
      onSubmit={state.submit}
      submit={t('common.save')}
      disabled={!dirty}
    >
      {merged && (
        <Notice tone="warn" title={t('teams.stale_title')}>
          {t('teams.stale_merged')}
        </Notice>
      )}
      {state.saved && !dirty && <Notice tone="good" title={t('teams.saved')} />}
      <div className={classes.parts}>
        <Panel title={t('teams.place')}>
          {mayManage ? (
            <PlaceFields form={form} team={known.thing} teams={teams} />
          ) : (
            <PlaceFacts team={known.thing} parent={parent} />
          )}
        </Panel>
        {mayManage ? <PortalFields form={form} parent={parent} /> : <PortalFacts team={known.thing} />}
        <Panel title={t('teams.for_people')}>
          <RuleFields form={form} team={known.thing} parent={parent} />
        </Panel>
      </div>
    </Form>
  );
}
