import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { cancelImport, createImport } from '@/api/imports';
import { upload } from '@/api/transfer';
import type { ImportMode } from '@/api/types';
import { importsQuery } from './queries';

/** An import whose file will never come should not wait for it in the list; if this fails, it merely does. */
async function forget(id: string): Promise<void> {
  await cancelImport(id).catch(() => undefined);
}

/** Sends a file and then opens its import's page. Leaving this page stops the upload. */
export function useUpload() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const sending = useMutation({
    mutationFn: async ({ file, mode }: { file: File; mode: ImportMode }) => {
      const control = new AbortController();
      stop.current = control;
      setSent(0);
      const created = await createImport(file, mode);
      try {
        control.signal.throwIfAborted();
        await upload(created.upload, file, setSent, control.signal);
      } catch (error) {
        await forget(created.id);
        throw error;
      }
      return created.id;
    },
    onSuccess: (id) => {
      // Only now: after leaving, nobody wants to be taken to the import.
      if (!stop.current?.signal.aborted)
        void navigate({ to: '/import/$id', params: { id }, ignoreBlocker: true });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: importsQuery.queryKey }),
  });
  useEffect(() => () => stop.current?.abort(), []);

  return {
    file: sending.isPending ? sending.variables.file : undefined,
    sent,
    error: sending.isError && !stop.current?.signal.aborted ? sending.error : undefined,
    start: (file: File, mode: ImportMode) => sending.mutate({ file, mode }),
    stop: () => stop.current?.abort(),
  };
}
