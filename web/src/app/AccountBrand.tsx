import type { Brand } from '@/api/types';
import classes from './AccountBrand.module.css';
import { Mark } from './Logo';

type Props = { account: Pick<Brand, 'name' | 'logo'> };

/** Whose account it is: its logo, or our mark, with its name. */
export function AccountBrand({ account: { name, logo } }: Props) {
  return (
    <span className={classes.brand} data-logo={logo ? true : undefined}>
      {logo ? (
        <img
          className={classes.logo}
          src={logo.address}
          alt=""
          width={Math.round(logo.width / 2)}
          height={Math.round(logo.height / 2)}
        />
      ) : (
        <Mark />
      )}
      <span className={classes.name}>{name}</span>
    </span>
  );
}
