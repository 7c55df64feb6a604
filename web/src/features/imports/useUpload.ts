import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { createImport } from '@/api/imports';
import { upload } from '@/api/transfer';

/** Sends a file and then opens its import's page. Leaving this page stops the upload. */
export function useUpload() {
  const navigate = useNavigate();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const control = new AbortController();
      stop.current = control;
      setSent(0);
      const created = await createImport(file);
      control.signal.throwIfAborted();
      await upload(created.upload, file, setSent, control.signal);
      return created.id;
    },
    onSuccess: (id) => {
      // Only now: after leaving, nobody wants to be taken to the import.
      if (!stop.current?.signal.aborted)
        void navigate({ to: '/import/$id', params: { id }, ignoreBlocker: true });
    },
  });
  useEffect(() => () => stop.current?.abort(), []);

  return {
    file: sending.isPending ? sending.variables : undefined,
    sent,
    error: sending.isError && !stop.current?.signal.aborted ? sending.error : undefined,
    start: (file: File) => sending.mutate(file),
    stop: () => stop.current?.abort(),
  };
}
