import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui/useFormat';
import type { FeatureKey, Place, Value } from './model';

type Format = ReturnType<typeof useFormat>;

function wordsOf(t: TFunction, format: Format) {
  // Not everybody may know what the team above theirs is called.
  const teamOf = ({ name, level }: Place) => name ?? t(`features.level.${level}`);
  return {
    value: (one: Value): string => {
      if (typeof one === 'number') return format.number(one);
      const key = typeof one === 'boolean' ? (one ? 'on' : 'off') : one;
      return t(`feature.value.${key}` as 'feature.value.on');
    },
    label: (key: FeatureKey) => t(`feature.label.${key}`),
    /** Whose word it is; at `own` level, one's own. */
    from: (by: Place | undefined, own?: Place): string => {
      if (!by) return t('features.from_default');
      if (by === own) return t('features.from_here');
      if (by.level === 'account') return t('features.from_account');
      if (by.level === 'representative') return t('features.from_representative');
      if (by.level === 'portal') return t('features.from_portal');
      return t('features.from_team', { team: teamOf(by) });
    },
    lockedBy: (place: Place) =>
      place.level === 'account'
        ? t('features.locked_account')
        : t('features.locked_team', { team: teamOf(place) }),
    pair: format.pair,
  };
}

/** Values and whose word they are, as people say it. */
export function useWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => wordsOf(t, format), [t, format]);
}
