import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/ui/links';
import { LanguageSelect } from '../LanguageSelect';
import { Logo } from '../Logo';
import { ThemeSelect } from '../ThemeSelect';
import classes from './DocsShell.module.css';

/** The frame of the API reference, which is open to everybody: who writes a program need not be a user. */
export function DocsShell() {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Link to="/" className={classes.brand}>
          <Logo />
        </Link>
        <AnchorLink to="/" size="sm" className={classes.back}>
          {t('shell.to_app')}
        </AnchorLink>
        <LanguageSelect />
        <ThemeSelect />
      </header>
      <main className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}
