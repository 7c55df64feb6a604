import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ErrorNotice } from './ErrorNotice';
import classes from './Form.module.css';

type Props = {
  error: unknown;
  busy: boolean;
  onSubmit: () => void;
  submit: string;
  /** Without it there is nothing to go back to. */
  onCancel?: () => void;
  /** What going back is called, where nothing is given up by it. */
  cancel?: string;
  danger?: boolean;
  /** There is nothing to send yet. */
  disabled?: boolean;
  /** The buttons stay in sight below a long form. */
  sticky?: boolean;
  /** The button is as wide as the fields, as in a narrow card. */
  wide?: boolean;
  /** Stands beside the buttons, where whoever has just pressed one looks. */
  said?: ReactNode;
  children: ReactNode;
};

/** The server judges all fields at once; its messages stand at them, and the first wrong one gets the focus. */
export function Form({
  error,
  busy,
  onSubmit,
  submit,
  onCancel,
  cancel,
  danger,
  disabled,
  sticky,
  wide,
  said,
  children,
}: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const atFields = Boolean(error) && Problem.of(error).errors.length > 0;

  function onSent(event: FormEvent) {
    event.preventDefault();
    // A form in a dialog is inside the page's for React.
    event.stopPropagation();
    onSubmit();
  }

  return (
    <form ref={form} onSubmit={onSent} noValidate>
      <Stack gap="md">
        {Boolean(error) && !atFields && <ErrorNotice error={error} />}
        {children}
        <Group justify="flex-end" gap="xs" className={sticky ? classes.sticky : undefined}>
          {said}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {cancel ?? t('common.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            fullWidth={wide}
            loading={busy}
            disabled={disabled}
            color={danger ? 'red' : undefined}
          >
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
