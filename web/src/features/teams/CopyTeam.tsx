import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { copyTeam } from '@/api/teams';
import type { Team, TeamPart } from '@/api/types';
import { pathOf, teamChoices, teamsQuery } from '@/choices/teams';
import { CopyDialog } from '@/parts/copies/CopyDialog';
import { type Chosen, reasonsOf } from '@/parts/copies/copies';
import { useFormat } from '@/ui/useFormat';
import { isBlank, PARTS } from './parts';
import { useTeamsCopied } from './queries';

/** What a team says itself, said for other teams that one manages, too; what is locked above one of them keeps it as it is. */
export function CopyTeam({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const copied = useTeamsCopied();
  const { data: teams = [] } = useQuery(teamsQuery);
  const reason = (keys: string[], message: string) =>
    format.pair(format.list(keys.map((key) => t(`feature.label.${key}` as 'feature.label.chat'))), message);
  async function copy({ parts, targets }: Chosen<TeamPart>) {
    try {
      const { items } = await copyTeam(team.id, parts, targets);
      return items.map(({ team_id, errors }) => ({ id: team_id, reasons: reasonsOf(errors, reason) }));
    } finally {
      // Each by itself: when the last is refused, the first may be done.
      void copied(targets);
    }
  }
  return (
    <CopyDialog
      words="team_copy"
      name={pathOf(teams, team.id) ?? team.name}
      parts={PARTS.map((part) => ({
        name: part,
        label: t(`team_copy.part.${part}`),
        hint: t(`team_copy.hint.${part}`),
        isBlank: isBlank(team, part),
      }))}
      targets={teamChoices(teams).filter(({ value }) => value !== team.id)}
      copy={copy}
      onClose={onClose}
    />
  );
}
