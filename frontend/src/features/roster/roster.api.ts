import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { useMe } from '@/api/me';
import type { components } from '@/api/schema';

export type ClassRow = components['schemas']['RosterClass'];
export type Kind = ClassRow['kind'];
export type Placement = components['schemas']['RosterPlacement'];
export type Mode = Placement['mode'];

export const kinds: Kind[] = ['infant', 'small', 'large', 'mixed'];
export const modes: Mode[] = ['full', 'half', 'hourly', 'dropin'];

/** Every class of the nursery, in its order. */
export const useClasses = () =>
  useQuery<ClassRow[]>({
    queryKey: ['roster', 'classes'],
    queryFn: async () => (await data(client.GET('/api/classes'))).classes,
  });

const boundToClass = ['caregiver', 'kitchen', 'gate'];

/** Whether the asking person sees the children of own classes only. */
export const useOwnOnly = (): boolean => useMe().roles.every((role) => boundToClass.includes(role));

/** The classes whose children the asking person may see. */
export function useMyClasses(): ClassRow[] {
  const me = useMe();
  const own = useOwnOnly();
  const classes = useClasses().data ?? [];
  return own ? classes.filter(({ id }) => me.classes.some((mine) => mine.id === id)) : classes;
}

/** A write to the roster: what shows it is asked for anew before `done` is told. */
export function useWrite<In, Out>(write: (input: In) => Promise<Out>, done: (out: Out) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (out) => {
      const keys = ['roster', 'dailylog', 'today', 'identity', 'requirements'];
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      done(out);
    },
  });
}
