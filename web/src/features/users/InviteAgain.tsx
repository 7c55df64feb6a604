import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Member } from '@/api/types';
import { sendInvitation } from '@/api/users';
import { MailSent } from '@/parts/MailSent';

/** The mail with the link for the first password, once more; the older link dies (PPL-5). */
export function InviteAgain({ user }: { user: Member }) {
  const { t } = useTranslation();
  const sending = useMutation({ mutationFn: () => sendInvitation(user.id) });
  return (
    <>
      <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
        {t('users.invite_again')}
      </Button>
      <MailSent
        to={user.email}
        sent={sending.isSuccess}
        refused={sending.error ? Problem.of(sending.error) : undefined}
      />
    </>
  );
}
