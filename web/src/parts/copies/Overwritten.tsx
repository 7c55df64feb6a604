import { useTranslation } from 'react-i18next';
import { Facts } from '@/ui/Facts';
import { Notice } from '@/ui/Notice';
import { useFormat } from '@/ui/useFormat';
import classes from './Copies.module.css';
import type { Part, Target, Words } from './copies';

type Props = { words: Words; name: string; parts: Part<string>[]; targets: Target[] };

/** What is lost when it is done, by name; once there is something to lose. */
export function Overwritten({ words, name, parts, targets }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (parts.length === 0 || targets.length === 0) return null;
  const listed = (labels: { label: string }[]) => format.list(labels.map(({ label }) => label));
  return (
    <Notice tone="warn" title={t(`${words}.overwrites`, { count: targets.length, name })}>
      <div className={classes.overwritten}>
        <Facts
          facts={[
            { name: t(`${words}.parts`), value: listed(parts), wide: true },
            { name: t(`${words}.targets`), value: listed(targets), wide: true },
          ]}
        />
      </div>
    </Notice>
  );
}
