import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useUser } from '@/api/useSession';
import type { Work } from './work';

const MOVING = 'deskhand.running';

/** Ids are no secret; kept so that also what finishes during a reload, or before the next visit, is told. */
const remembered = (key: string): string[] => {
  const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
  return Array.isArray(kept) ? kept.map(String) : [];
};

/** What was running when one last looked and is not any more, until it is dismissed. */
export function useFinished(work: Work[]) {
  const user = useUser();
  const { pathname } = useLocation();
  const [finished, setFinished] = useState<Work[]>([]);
  const key = `${MOVING}.${user?.id}`;
  useEffect(() => {
    if (work.length === 0) return;
    const before = remembered(key);
    const now = work.filter(({ moving }) => moving).map(({ id }) => id);
    const over = work.filter(({ id, moving }) => !moving && before.includes(id));
    // What is not in the lists yet keeps its place: they are read one after the other.
    const unseen = before.filter((id) => !work.some((one) => one.id === id));
    localStorage.setItem(key, JSON.stringify([...now, ...unseen].slice(0, 50)));
    // Whoever looks at its page sees it there.
    const news = over.filter(({ id }) => !pathname.endsWith(id));
    if (news.length > 0) {
      setFinished((shown) =>
        [...news, ...shown.filter(({ id }) => !news.some((one) => one.id === id))].slice(0, 3),
      );
    }
  }, [work, key, pathname]);
  const dismiss = (id: string) => setFinished((shown) => shown.filter((one) => one.id !== id));
  return { finished, dismiss };
}
