import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { getBrand } from '@/api/settings';
import { AccountBrand } from './AccountBrand';
import classes from './Entrance.module.css';
import { LanguageSelect } from './LanguageSelect';
import { Logo } from './Logo';
import { ThemeSelect } from './ThemeSelect';
import { useAccent } from './useAccent';

/** The frame of the pages before sign-in; at the door of a portal in the looks of whose it is. */
export function Entrance() {
  const { account } = useParams({ strict: false });
  const brand = useQuery({
    queryKey: ['brand', account],
    queryFn: ({ signal }) => getBrand(account ?? '', signal),
    enabled: account !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useAccent(brand.data?.accent_colour);
  return (
    <div className={classes.page}>
      <header className={classes.top}>{brand.data ? <AccountBrand account={brand.data} /> : <Logo />}</header>
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
