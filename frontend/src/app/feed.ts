import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, data, measureClock } from '@/api/client';
import { useSession } from '@/api/session';

const everyMs = 4_000;
const clockEveryMs = 10 * 60_000;
/** The server tells at most so many changes at once. */
const mostChanges = 500;

interface Change {
  classId: string;
  day: string;
  area: string;
}

// Query keys begin with the backend's area; a class's day goes on with class and day.
async function refresh(queries: QueryClient, changes: Change[]): Promise<void> {
  if (changes.length >= mostChanges) {
    await queries.invalidateQueries();
    return;
  }
  const keys = new Map<string, string[]>();
  for (const { area, classId, day } of changes) {
    const key = area === 'dailylog' && classId && day ? [area, classId, day] : [area];
    keys.set(key.join(' '), key);
  }
  keys.set('today', ['today']);
  // What is due for whom follows from the facts of every area.
  keys.set('requirements', ['requirements']);
  // A departure uses up an authorisation for one day.
  if (changes.some(({ area }) => area === 'dailylog')) keys.set('collectors', ['roster', 'collectors']);
  // A draft of a return rests on everything.
  keys.set('filing draft', ['filing', 'draft']);
  // Who is on the board follows from the roster.
  if (changes.some((change) => change.area === 'roster')) keys.set('dailylog', ['dailylog']);
  await Promise.all([...keys.values()].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Follows what others write, by asking: one code path for window and phones. */
export function useFeed(): void {
  const queries = useQueryClient();
  const { token } = useSession();
  useEffect(() => {
    if (!token) return;
    let stopped = false;
    let since: number | null = null;
    let clockAt = 0;
    const ask = async () => {
      if (document.hidden) return;
      try {
        if (Date.now() - clockAt > clockEveryMs) {
          await measureClock();
          clockAt = Date.now();
        }
        const body = { since: since ?? 0 };
        const { seq, changes } = await data(client.POST('/api/changes', { body }));
        const news = since !== null && seq > since;
        since = seq;
        if (news && !stopped) await refresh(queries, changes);
      } catch {
        // Not reachable now: the next round asks again from the same place.
      }
    };
    const loop = async () => {
      while (!stopped) {
        await ask();
        await new Promise((next) => setTimeout(next, everyMs));
      }
    };
    void loop();
    return () => {
      stopped = true;
    };
  }, [queries, token]);
}
