import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import classes from './PasswordRules.module.css';
import { passwordRules } from './passwordRules';

export function PasswordRules({ password }: { password: string }) {
  const { t } = useTranslation();
  const met = passwordRules(password);
  return (
    <ul className={classes.rules}>
      {(['length', 'classes'] as const).map((rule) => (
        <li key={rule} className={classes.rule} data-met={met[rule] || undefined}>
          {met[rule] ? <Icon name="check" size={16} /> : <Icon name="dot" size={16} />}
          <span>
            {t(`new_password.rule_${rule}`)}
            <span className={classes.hidden}>
              {`: ${met[rule] ? t('new_password.rule_met') : t('new_password.rule_open')}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
