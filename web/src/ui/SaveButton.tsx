import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ErrorNotice } from './ErrorNotice';
import { Icon } from './Icon';
import classes from './SaveButton.module.css';

type Props = Pick<ButtonProps, 'size'> & {
  label: string;
  /** Fetches what is to be saved and hands it to the browser. */
  save: () => Promise<void>;
  /** Says which, where several buttons are labelled alike. */
  'aria-label'?: string;
  title?: string;
};

/** Saves a file; why it could not stands below. */
export function SaveButton({ label, save, ...props }: Props) {
  const saving = useMutation({ mutationFn: save });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="save" size={16} />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
        {...props}
      >
        {label}
      </Button>
      {saving.isError && (
        <div className={classes.error}>
          <ErrorNotice error={saving.error} onRetry={() => saving.mutate()} />
        </div>
      )}
    </>
  );
}
