import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Group = Schemas['RosterGroup'];
export type Gathering = Schemas['RosterGathering'];
export type Pattern = Group['pattern'];

export const patterns: Pattern[] = ['open', 'weekly', 'days'];

/** The combined groups of today and of later days. */
export const useGroups = () =>
  useQuery<Group[]>({
    queryKey: ['roster', 'groups'],
    queryFn: async () => (await data(client.GET('/api/groups'))).groups,
  });

/** Makes a group, or puts it in the place of another from its first day on. */
export const saveGroup = (body: Schemas['SaveGroupInBody']) => data(client.POST('/api/groups', { body }));

export const endGroup = (id: string, lastDay: string) =>
  data(client.POST('/api/groups/{id}/end', { params: { path: { id } }, body: { lastDay } }));

/** How many are where at a time of a day, by plan. */
export const useWhereabouts = (day: string, time: string) =>
  useQuery<Gathering[]>({
    queryKey: ['roster', 'whereabouts', day, time],
    queryFn: async () => (await data(client.POST('/api/whereabouts', { body: { day, time } }))).places,
    enabled: day !== '' && /^\d\d:\d\d$/.test(time),
    placeholderData: (before) => before,
    retry: false,
  });
