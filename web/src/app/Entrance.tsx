import { Outlet } from '@tanstack/react-router';
import classes from './Entrance.module.css';
import { LanguageSelect } from './LanguageSelect';
import { Logo } from './Logo';
import { ThemeSelect } from './ThemeSelect';

/** The frame of the pages before sign-in. */
export function Entrance() {
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Logo />
      </header>
      <main className={classes.card}>
        <Outlet />
      </main>
      <footer className={classes.foot}>
        <LanguageSelect />
        <ThemeSelect />
      </footer>
    </div>
  );
}
