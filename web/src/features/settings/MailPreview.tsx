import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountSettings } from '@/api/types';
import { contrastToWhite } from '@/ui/contrast';
import classes from './MailPreview.module.css';

type Props = { logo: AccountSettings['logo']['value']; name: string; colour: string };

/** How mails look: with the logo as it is kept, name and colour as they are typed. */
export function MailPreview({ logo, name, colour }: Props) {
  const { t } = useTranslation();
  // Half a colour is none.
  const style = (contrastToWhite(colour) ? { '--accent': colour } : undefined) as CSSProperties | undefined;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('settings.mail.caption')}</figcaption>
      <div className={classes.mail} style={style} inert>
        {logo && <img className={classes.logo} src={logo.address} alt="" />}
        <div className={classes.name}>{name}</div>
        <p>{t('settings.mail.greeting')}</p>
        <p>{t('settings.mail.text', { account: name })}</p>
        <span className={classes.button}>{t('settings.mail.button')}</span>
      </div>
    </figure>
  );
}
