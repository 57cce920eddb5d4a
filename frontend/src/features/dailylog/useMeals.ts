import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { toast } from '@/ui';
import { painted, seen } from './board';
import {
  type Amount,
  type Board,
  type BoardChild,
  boardKey,
  type Conflict,
  type MealCell,
  recordMeals,
  undoAct,
} from './dailylog.api';

/** Writes meals: painted at once, then written; undone and said when it fails. */
export function useMeals(board: Board | undefined, reason: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const [conflicts, setConflicts] = useState<{ period: string; cells: Conflict[] } | null>(null);
  const [writing, setWriting] = useState(0);
  const key = board ? boardKey(board.class.id, board.day) : [];
  const refresh = () => queries.invalidateQueries({ queryKey: key });

  // Undo takes back the last act: it waits until that one is written and known.
  const last = useRef(Promise.resolve());
  const write = (period: string, cells: MealCell[]) => {
    last.current = writeNow(period, cells);
    return last.current;
  };
  const writeNow = async (period: string, cells: MealCell[]) => {
    if (!board || cells.length === 0) return;
    await queries.cancelQueries({ queryKey: key });
    queries.setQueryData<Board>(key, (now) => (now ? painted(now, period, cells) : now));
    setWriting((count) => count + 1);
    try {
      const done = await recordMeals({ classId: board.class.id, day: board.day, period, cells, reason });
      if (done.conflicts.length > 0) setConflicts({ period, cells: done.conflicts });
    } catch (error) {
      toast(sentence(error), 'bad', { label: t('app.retry'), run: () => void write(period, cells) });
    } finally {
      setWriting((count) => count - 1);
      await refresh();
    }
  };

  return {
    busy: writing > 0,
    conflicts,
    settle: () => setConflicts(null),
    write,
    one: (period: string, child: BoardChild, amount: Amount) =>
      write(period, [{ childId: child.id, amount, byDefault: false, seen: seen(child, `meal:${period}`) }]),
    rest: (period: string, children: BoardChild[]) =>
      write(
        period,
        children.map((child) => ({
          childId: child.id,
          amount: 'all' as const,
          byDefault: true,
          seen: seen(child, `meal:${period}`),
        })),
      ),
    undo: async () => {
      await last.current;
      const act = queries.getQueryData<Board>(key)?.undoable;
      if (!act) return;
      try {
        const undone = await undoAct(act.actId, reason);
        toast(
          t(undone.kept > 0 ? 'dailylog.undone_some' : 'dailylog.undone', {
            count: undone.restored,
            kept: undone.kept,
          }),
        );
      } catch (error) {
        toast(sentence(error), 'bad');
      }
      await refresh();
    },
  };
}
