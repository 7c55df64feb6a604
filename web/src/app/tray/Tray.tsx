import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Flyout } from '@/ui/Flyout';
import { Icon } from '@/ui/Icon';
import { Finished } from './Finished';
import classes from './Tray.module.css';
import { useWatch } from './useWatch';
import { useWork } from './useWork';
import { WorkLine } from './WorkLine';
import type { Work } from './work';

const RECENT = 4;

/** What runs in the background, on every page; it goes on when one leaves, and is still here after a reload. */
export function Tray() {
  const { t } = useTranslation();
  const work = useWork();
  useWatch();
  const running = work.filter(({ moving }) => moving);
  const recent = work.filter(({ moving }) => !moving).slice(0, RECENT);
  const label = running.length > 0 ? t('tray.running', { count: running.length }) : t('tray.idle');
  return (
    <>
      <Flyout
        label={t('tray.title')}
        buttonClass={classes.button}
        panelClass={classes.panel}
        button={
          <>
            {running.length > 0 ? <Loader size={16} color="var(--dh-accent)" /> : <Icon name="activity" />}
            <span className={classes.label}>{label}</span>
          </>
        }
      >
        {(close) => (
          <>
            <h2 className={classes.heading}>{t('tray.title')}</h2>
            {running.length === 0 && <p className={classes.idle}>{t('tray.idle_detail')}</p>}
            <WorkList work={running} onGo={close} />
            {recent.length > 0 && (
              <>
                <h3 className={classes.heading}>{t('tray.recent')}</h3>
                <WorkList work={recent} onGo={close} />
              </>
            )}
          </>
        )}
      </Flyout>
      <Finished work={work} />
    </>
  );
}

function WorkList({ work, onGo }: { work: Work[]; onGo: () => void }) {
  return (
    <ul className={classes.list}>
      {work.map((one) => (
        <WorkLine key={one.id} work={one} onGo={onGo} />
      ))}
    </ul>
  );
}
