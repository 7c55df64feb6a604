import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeAvatar, sendAvatar } from '@/api/customers';
import type { Person } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { customerQuery } from '../queries';
import { Cropper } from './Cropper';
import { Face } from './Face';
import { type Square, usePicture } from './picture';

const FORMATS = 'image/png,image/jpeg,image/gif,image/webp';

/** Chooses a picture and the square of it that is to be seen. */
export function AvatarDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [square, setSquare] = useState<Square>();
  const picture = usePicture(file);
  const control = useRef(new AbortController());
  useEffect(() => {
    control.current = new AbortController();
    return () => control.current.abort();
  }, []);
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: customerQuery(person.id).queryKey });
    onClose();
  };
  const send = useMutation({
    mutationFn: (chosen: File) => sendAvatar(person.id, chosen, square, control.current.signal),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: () => removeAvatar(person.id), onSuccess });
  const error = send.error ?? remove.error;
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    send.reset();
    setFile(chosen);
  };
  return (
    <Dialog title={t('avatar.title')} onClose={onClose} size="lg">
      <Stack gap="md">
        {picture.source ? (
          <Cropper source={picture.source} onChange={setSquare} onBroken={picture.refuse} />
        ) : (
          <Group gap="md">
            <Face person={person} size={122} />
            <Text c="dimmed" maw={320}>
              {t('avatar.formats')}
            </Text>
          </Group>
        )}
        {picture.broken && (
          <Notice tone="bad" title={t('avatar.broken')}>
            {t('avatar.formats')}
          </Notice>
        )}
        {error && <ErrorNotice error={error} />}
        <Group gap="xs">
          {picture.source && file && (
            <Button loading={send.isPending} onClick={() => send.mutate(file)}>
              {t('avatar.use')}
            </Button>
          )}
          <FileButton accept={FORMATS} onChange={choose}>
            {(props) => (
              <Button {...props} variant={picture.source ? 'default' : 'filled'}>
                {t(picture.source ? 'avatar.other' : 'avatar.choose')}
              </Button>
            )}
          </FileButton>
          {(person.avatar || person.avatar_pending) && !picture.source && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('avatar.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
