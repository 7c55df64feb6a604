import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { pathOf, teamsQuery } from '@/choices/teams';
import { Notice } from '@/ui/Notice';

/** The team that a representative is in, and what it tells them first (TEA-1). */
export function OwnTeam() {
  const { t } = useTranslation();
  const me = useUser();
  const id = me?.role === 'representative' ? me.team_id : undefined;
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: Boolean(id) });
  const team = teams.find((one) => one.id === id);
  if (!team) return null;
  return (
    <Notice tone="calm" title={t('team.yours', { team: pathOf(teams, id) })}>
      {team.effective.message && <span style={{ whiteSpace: 'pre-line' }}>{team.effective.message}</span>}
    </Notice>
  );
}
