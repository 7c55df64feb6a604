/** Whether the last request got any answer at all. */
let lost = false;
const listeners = new Set<() => void>();

export const connection = {
  isLost: () => lost,
  onChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  heard(answered: boolean): void {
    if (lost === !answered) return;
    lost = !answered;
    for (const listener of listeners) listener();
  },
};

/** Any answer will do, whoever gives it. */
export const knock = (): Promise<void> =>
  fetch('/health', { cache: 'no-store' }).then(
    () => connection.heard(true),
    () => connection.heard(false),
  );
