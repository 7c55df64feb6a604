import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/ui/Panel';
import classes from './Features.module.css';
import { type FeatureKey, GROUP_NAMES, GROUPS } from './model';

type Props = {
  /** The feature that is to be in sight. */
  asked?: string | undefined;
  children: (key: FeatureKey) => ReactNode;
};

/** All features by what they are about. */
export function FeatureList({ asked, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    if (asked) document.getElementById(`feature-${asked}`)?.scrollIntoView({ block: 'center' });
  }, [asked]);
  return GROUP_NAMES.map((group) => (
    <Panel key={group} title={t(`features.group.${group}`)}>
      <ul className={classes.list}>{GROUPS[group].map(children)}</ul>
    </Panel>
  ));
}
