import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/** After the page itself. */
const SOON = 1000;
const AGAIN = 2000;
const TRIES = 30;

type Load<Props extends object> = () => Promise<ComponentType<Props>>;

/** React remembers a failure for good, so a lost connection is waited out here. */
async function patiently<Props extends object>(load: Load<Props>, tries = TRIES) {
  try {
    return { default: await load() };
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((later) => setTimeout(later, AGAIN));
    return patiently(load, tries - 1);
  }
}

/**
 * A part of a page that is not needed to show it. It comes a moment later all the same: then it is there when it is
 * wanted, with or without a connection.
 */
export function lazyPart<Props extends object>(load: Load<Props>, fallback?: (props: Props) => ReactNode) {
  const Part = lazy(() => patiently(load));
  setTimeout(() => void load().catch(() => undefined), SOON);
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={fallback?.(props) ?? null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
