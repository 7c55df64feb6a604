import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleSeats } from '@/api/types';
import { ShareBar } from '@/ui/ShareBar';
import { useFormat } from '@/ui/useFormat';
import classes from './Seats.module.css';

type Props = { kind: 'named' | 'shared'; counts: ModuleSeats['named']; children?: ReactNode };

/** The seats of a kind: in use, waiting for their people, and free. */
export function KindFigures({ kind, counts: { bought, assigned, in_use }, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  // A named seat belongs to somebody whether they are there or not; of shared ones only those in use are taken.
  const held = kind === 'named' ? Math.max(0, assigned - in_use) : 0;
  return (
    <div>
      <h3 className={classes.kind}>{t(`seats.${kind}`)}</h3>
      <p className={classes.hint}>{t(`seats.${kind}_hint`)}</p>
      <dl className={classes.figures}>
        {(
          [
            ['bought', bought],
            ['assigned', assigned],
            ['in_use', in_use],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt data-part={name}>{t(`seats.${name}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <ShareBar
        label={t(`seats.${kind}`)}
        bare
        parts={[
          { key: 'in_use', name: t('seats.in_use'), value: in_use, color: 'var(--dh-accent)' },
          { key: 'held', name: t('seats.assigned'), value: held, color: 'var(--dh-exists)' },
          {
            key: 'free',
            name: t('seats.free'),
            value: Math.max(0, bought - in_use - held),
            color: 'var(--dh-line)',
          },
        ]}
      />
      {children}
    </div>
  );
}
