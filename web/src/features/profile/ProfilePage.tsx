import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { OwnTeam } from '@/parts/OwnTeam';
import { PageHeader } from '@/ui/PageHeader';
import { PasswordPanel } from './PasswordPanel';
import { ProfileForm } from './ProfileForm';
import { SignIns } from './SignIns';
import { TwoFactorPanel } from './two-factor/TwoFactorPanel';

export function ProfilePage() {
  const { t } = useTranslation();
  const user = useUser();
  if (!user) return null;
  return (
    <>
      <PageHeader title={t('profile.title')} subtitle={`${t(`role.${user.role}`)} · ${user.account.name}`} />
      <OwnTeam />
      <ProfileForm user={user} />
      <PasswordPanel user={user} />
      <TwoFactorPanel user={user} />
      <SignIns />
    </>
  );
}
