import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { Icon } from '@/ui/Icon';
import { TimeZone } from '@/ui/useFormat';
import { Logo } from '../Logo';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';

/** The frame of the pages behind sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const user = useUser();
  const main = useFocusOnNewPage();
  if (!user) return null;
  return (
    <TimeZone value={user.time_zone}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <div className={classes.shell}>
        <header className={classes.side}>
          <Link to="/customers" className={classes.brand}>
            <Logo />
          </Link>
          <nav className={classes.nav} aria-label={t('shell.navigation')}>
            <Link to="/customers" className={classes.link}>
              <Icon name="people" />
              {t('shell.customers')}
            </Link>
            <Link to="/import" className={classes.link}>
              <Icon name="import" />
              {t('shell.import')}
            </Link>
          </nav>
          <UserMenu user={user} />
        </header>
        <main id="main" className={classes.main} ref={main} tabIndex={-1}>
          <div className={classes.content}>
            <Outlet />
          </div>
        </main>
      </div>
    </TimeZone>
  );
}

/** Without it a keyboard or a screen reader stays on the link of the page that is gone. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return main;
}
