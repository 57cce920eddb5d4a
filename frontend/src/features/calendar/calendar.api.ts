import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Month = Schemas['CalendarMonth'];
export type DayOfMonth = Schemas['CalendarDay'];
export type Own = Schemas['CalendarOwn'];
export type ClassRow = Schemas['RosterClass'];
export type OwnBody = Schemas['AddInBody'];

export const states = ['closed', 'half', 'open'] as const;
export const kinds = ['holiday', 'vacation', 'weather', 'outbreak', 'repair', 'event', 'makeup', 'other'] as const;

/** How the days of a month are, for the nursery or for one class. */
export const useMonth = (month: string, classId: string) =>
  useQuery<Month>({
    queryKey: ['calendar', month, classId],
    queryFn: () => data(client.GET('/api/calendar/{month}', { params: { path: { month }, query: { classId } } })),
  });

export const useClasses = () =>
  useQuery<ClassRow[]>({
    queryKey: ['roster', 'classes'],
    queryFn: async () => (await data(client.GET('/api/classes'))).classes,
  });

export const addOwn = (body: OwnBody) => data(client.POST('/api/calendar/days', { body }));

export const voidOwn = (id: string, reason: string, lockSeen: boolean) =>
  data(client.POST('/api/calendar/days/{id}/void', { params: { path: { id } }, body: { reason, lockSeen } }));

/** A write after which everything that rests on open days is asked again. */
export function useCalendarWrite<In>(write: (input: In) => Promise<unknown>, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async () => {
      const keys = ['calendar', 'roster', 'dailylog', 'today', 'filing'];
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      done();
    },
  });
}
