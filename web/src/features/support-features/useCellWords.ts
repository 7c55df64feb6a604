import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectiveFeatures, Team } from '@/api/types';
import type { FeatureKey, Value } from './model';
import { useWords } from './words';

export type TellCell = ReturnType<typeof useCellWords>;

/** A cell in few letters, and in words: what holds and whose word that is. */
export function useCellWords(teams: Team[]) {
  const { t } = useTranslation();
  const words = useWords();
  return useCallback(
    ({ team_id, features }: EffectiveFeatures, key: FeatureKey) => {
      const decided = features[key];
      if (!decided) return { label: '', short: '', level: 'default' as const };
      const value = decided.value as Value;
      const team = teams.find(({ id }) => id === team_id);
      const parent = teams.find(({ id }) => id === team?.parent_id);
      const name =
        decided.level === 'subteam' || (decided.level === 'team' && !parent)
          ? team?.name
          : decided.level === 'team'
            ? parent?.name
            : undefined;
      const by = decided.level === 'default' ? undefined : { level: decided.level, name, said: {} };
      const short = typeof value === 'boolean' ? (value ? 'on' : 'off') : value;
      return {
        label: `${words.pair(words.label(key), words.value(value))} · ${words.from(by)}`,
        short:
          typeof short === 'number'
            ? words.value(short)
            : t(`features.short.${short}` as 'features.short.on'),
        level: decided.level,
      };
    },
    [teams, t, words],
  );
}
