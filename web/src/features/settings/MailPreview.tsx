import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountSettings } from '@/api/types';
import classes from './MailPreview.module.css';

/** How mails look: name, logo and colour as they are kept. */
export function MailPreview({ settings }: { settings: AccountSettings }) {
  const { t } = useTranslation();
  const logo = settings.logo.value;
  const style = { '--accent': settings.accent_colour.value } as CSSProperties;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('settings.mail.caption')}</figcaption>
      <div className={classes.mail} style={style} inert>
        {logo && <img className={classes.logo} src={logo.address} alt="" />}
        <div className={classes.name}>{settings.name.value}</div>
        <p>{t('settings.mail.greeting')}</p>
        <p>{t('settings.mail.text', { account: settings.name.value })}</p>
        <span className={classes.button}>{t('settings.mail.button')}</span>
      </div>
    </figure>
  );
}
