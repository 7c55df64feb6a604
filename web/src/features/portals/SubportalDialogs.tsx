import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addSubportal, removeSubportal, renameSubportal } from '@/api/portals';
import { Problem } from '@/api/problem';
import type { Portal, Subportal } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { usePortalsChanged } from './queries';

type Props = { portal: Portal; subportal?: Subportal; onClose: () => void };

/** One more, or another name. */
export function SubportalDialog({ portal, subportal, onClose }: Props) {
  const { t } = useTranslation();
  const changed = usePortalsChanged();
  const form = useFields({ name: subportal?.name ?? '' });
  const { name } = form.values;
  const saving = useMutation({
    mutationFn: () =>
      subportal ? renameSubportal(portal.id, subportal.id, name) : addSubportal(portal.id, name),
    onSuccess: () => {
      onClose();
      return changed();
    },
    onError: (error) => form.setErrors(Problem.of(error).byField()),
  });
  const field = form.text('name');
  return (
    <Dialog
      title={
        subportal
          ? t('portals.subportal_rename', { name: subportal.name })
          : t('portals.subportal_add_to', { portal: portal.name })
      }
      onClose={onClose}
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
        submit={subportal ? t('common.save') : t('portals.subportal_add')}
        onCancel={onClose}
      >
        <TextInput
          label={t('portals.name')}
          data-autofocus
          maxLength={128}
          {...field}
          aria-invalid={Boolean(field.error) || undefined}
        />
      </Form>
    </Dialog>
  );
}

export function RemoveSubportal({ portal, subportal, onClose }: Props & { subportal: Subportal }) {
  const { t } = useTranslation();
  const changed = usePortalsChanged();
  const removing = useMutation({
    mutationFn: () => removeSubportal(portal.id, subportal.id),
    onSuccess: () => {
      onClose();
      return changed();
    },
  });
  return (
    <Dialog title={t('portals.subportal_delete_title', { name: subportal.name })} onClose={onClose}>
      <Form
        error={removing.error}
        busy={removing.isPending}
        onSubmit={() => removing.mutate()}
        submit={t('portals.subportal_delete')}
        onCancel={onClose}
        danger
      >
        <Text>{t('portals.subportal_delete_detail')}</Text>
      </Form>
    </Dialog>
  );
}
