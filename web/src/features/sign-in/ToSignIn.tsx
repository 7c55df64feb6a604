import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/ui/links';

type Props = {
  /** Whose portal it is; without it, the staff's. */
  account?: string;
  login?: string;
};

/** Back to the sign-in page that one came from. */
export function ToSignIn({ account, login }: Props) {
  const { t } = useTranslation();
  const look = { size: 'sm', ta: 'center', state: { login } } as const;
  return account ? (
    <AnchorLink to="/portal/$account/sign-in" params={{ account }} {...look}>
      {t('forgotten.back')}
    </AnchorLink>
  ) : (
    <AnchorLink to="/sign-in" {...look}>
      {t('forgotten.back')}
    </AnchorLink>
  );
}
