import { Loader, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { Finished } from './Finished';
import classes from './Tray.module.css';
import { useWatch } from './useWatch';
import { useWork } from './useWork';
import { WorkLine } from './WorkLine';

const RECENT = 4;

/** What runs in the background, on every page; it goes on when one leaves, and is still here after a reload. */
export function Tray() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const work = useWork();
  useWatch();
  const running = work.filter(({ moving }) => moving);
  const recent = work.filter(({ moving }) => !moving).slice(0, RECENT);
  const label = running.length > 0 ? t('tray.running', { count: running.length }) : t('tray.idle');
  return (
    <>
      <Popover width={300} position="top-start" opened={open} onChange={setOpen} trapFocus withRoles>
        <Popover.Target>
          <UnstyledButton className={classes.button} onClick={() => setOpen(!open)}>
            {running.length > 0 ? <Loader size={16} color="var(--dh-accent)" /> : <Icon name="activity" />}
            <span className={classes.label}>{label}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('tray.title')}>
          <div className={classes.panel}>
            <h2 className={classes.heading}>{t('tray.title')}</h2>
            {running.length === 0 && <p className={classes.idle}>{t('tray.idle_detail')}</p>}
            <ul className={classes.list}>
              {running.map((one) => (
                <WorkLine key={one.id} work={one} onGo={() => setOpen(false)} />
              ))}
            </ul>
            {recent.length > 0 && (
              <>
                <h3 className={classes.heading}>{t('tray.recent')}</h3>
                <ul className={classes.list}>
                  {recent.map((one) => (
                    <WorkLine key={one.id} work={one} onGo={() => setOpen(false)} />
                  ))}
                </ul>
              </>
            )}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Finished work={work} />
    </>
  );
}
