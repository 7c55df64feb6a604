import { useTranslation } from 'react-i18next';
import type { SettingOrigin } from '@/api/types';
import { StatusDot } from '@/ui/StatusDot';

type Props = { origin: SettingOrigin; level: 'account' | 'company' };

/** Who has said so: nobody, the account, the company. */
export function OriginText({ origin, level }: Props) {
  const { t } = useTranslation();
  const text =
    origin === 'account' && level === 'company' ? t('settings.inherited') : t(`settings.origin.${origin}`);
  return <StatusDot tone={origin === level ? 'busy' : 'calm'}>{text}</StatusDot>;
}
