import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Merged = Schemas['RosterMerged'];
export type Suspect = Schemas['RosterSuspect'];

/** Registrations that may be one child. */
export const useSuspects = (enabled: boolean) =>
  useQuery<Suspect[]>({
    queryKey: ['roster', 'suspects'],
    queryFn: async () => (await data(client.GET('/api/same-children'))).pairs,
    enabled,
  });

const child = (id: string) => ({ params: { path: { id } } });

/** The first registration points to the second; nothing of it is rewritten. */
export const mergeChild = (id: string, into: string, reason: string) =>
  data(client.POST('/api/children/{id}/merge', { ...child(id), body: { into, reason } }));

export const unmergeChild = (id: string, reason: string) =>
  data(client.POST('/api/children/{id}/unmerge', { ...child(id), body: { reason } }));

export const notSame = (id: string, other: string) =>
  data(client.POST('/api/children/{id}/not-same', { ...child(id), body: { other } }));
