import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permitted } from '@/api/permissions';
import { Icon } from '@/ui/Icon';
import { GROUPS } from './areas';
import classes from './MainNav.module.css';

type Props = { id: string; user: Permitted; open: boolean };

/** The areas that they may enter; at phone width behind the menu button. */
export function MainNav({ id, user, open }: Props) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a low screen the entry of a page that was come to otherwise may lie below.
    if (pathname) nav.current?.querySelector('[data-status="active"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav
      ref={nav}
      id={id}
      className={classes.nav}
      aria-label={t('shell.navigation')}
      data-open={open || undefined}
    >
      {GROUPS.map(({ name, areas }) => {
        const own = areas.filter(({ needs }) => may(user, needs));
        if (own.length === 0) return null;
        return (
          <div key={name ?? 'main'} className={classes.group}>
            {name && <div className={classes.name}>{t(`shell.group_${name}`)}</div>}
            {own.map(({ to, icon, label }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }} className={classes.link}>
                <Icon name={icon} />
                {t(`shell.${label}`)}
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}
