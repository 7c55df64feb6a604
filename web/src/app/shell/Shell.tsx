import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '@/api/permissions';
import { useSession, useUser } from '@/api/useSession';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { TimeZone } from '@/ui/useFormat';
import { AccountBrand } from '../AccountBrand';
import { needTexts } from '../languages';
import { PaletteButton } from '../palette/PaletteButton';
import { TrayPlace } from '../tray/TrayPlace';
import { useAccent } from '../useAccent';
import { isClosed, startFor } from './areas';
import { Connection } from './Connection';
import { MainNav } from './MainNav';
import { Seated } from './Seated';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';
import { useLoadAhead } from './useLoadAhead';

const SetUpSecondFactor = lazyPart(async () => {
  const [module] = await Promise.all([import('./SetUpSecondFactor'), needTexts('profile')]);
  return module.SetUpSecondFactor;
});
const Tray = lazyPart(() => import('../tray/Tray').then((module) => module.Tray), TrayPlace);
const NotYours = lazyPart(() => import('./NotYours').then((module) => module.NotYours));
const SignInAgain = lazyPart(() => import('./SignInAgain').then((module) => module.SignInAgain));

/** The frame of the pages behind sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const user = useUser();
  const session = useSession();
  const { pathname } = useLocation();
  const main = useFocusOnNewPage(pathname);
  useLoadAhead(user);
  const nav = useId();
  const [openAt, setOpenAt] = useState<string>();
  // Going somewhere closes the menu.
  const open = openAt === pathname;
  useAccent(user?.account.accent_colour);
  if (!user) return null;
  if (user.two_factor_required && !user.two_factor) return <SetUpSecondFactor user={user} />;
  return (
    <TimeZone value={user.time_zone}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      {session.state === 'locked' && <SignInAgain user={user} />}
      <Connection />
      <div className={classes.shell}>
        <header className={classes.side}>
          <button
            type="button"
            className={classes.menu}
            aria-label={t('shell.menu')}
            aria-expanded={open}
            aria-controls={nav}
            onClick={() => setOpenAt(open ? undefined : pathname)}
          >
            <Icon name={open ? 'close' : 'menu'} size={22} />
          </button>
          <Link to={startFor(user)} className={classes.brand} aria-label={user.account.name}>
            <AccountBrand account={user.account} />
          </Link>
          <PaletteButton />
          <MainNav id={nav} user={user} open={open} />
          {may(user, 'manage_imports') && <Tray />}
          <UserMenu user={user} />
        </header>
        <main id="main" className={classes.main} ref={main} tabIndex={-1}>
          <div className={classes.content}>
            {isClosed(pathname, user) ? <NotYours user={user} /> : <Seated user={user} at={pathname} />}
          </div>
        </main>
      </div>
    </TimeZone>
  );
}

/** Without it a keyboard or a screen reader stays on the link of the page that is gone. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return main;
}
