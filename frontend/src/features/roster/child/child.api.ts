import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type ChildFile = Schemas['RosterFile'];
export type Guardian = Schemas['RosterGuardian'];
export type HistoryEntry = Schemas['RosterHistoryEntry'];

const of = (id: string) => ({ params: { path: { id } } });
const ofGuardian = (id: string, guardian: string) => ({ params: { path: { id, guardian } } });

/** One child with guardians and placements. */
export const useChildFile = (id: string) =>
  useQuery<ChildFile>({
    queryKey: ['roster', 'child', id],
    queryFn: () => data(client.GET('/api/children/{id}', of(id))),
  });

/** Who changed what of a child. */
export const useHistory = (id: string) =>
  useQuery<HistoryEntry[]>({
    queryKey: ['roster', 'history', id],
    queryFn: async () => (await data(client.POST('/api/children/{id}/history', of(id)))).entries,
  });

export const changeChild = (id: string, body: Schemas['ChangeChildInBody']) =>
  data(client.PUT('/api/children/{id}', { ...of(id), body }));

/** Opens a masked value; the opening is kept with its reason. */
export const reveal = async (id: string, body: Schemas['RevealInBody']): Promise<string> =>
  (await data(client.POST('/api/children/{id}/reveal', { ...of(id), body }))).value;

export const addGuardian = (id: string, body: Schemas['RosterNewGuardian']) =>
  data(client.POST('/api/children/{id}/guardians', { ...of(id), body }));

/** An empty phone keeps the present one. */
export const changeGuardian = (id: string, body: Schemas['RosterNewGuardian']) =>
  data(client.PUT('/api/children/{id}/guardians/{guardian}', { ...ofGuardian(id, body.id), body }));

export const callFirst = (id: string, guardian: string) =>
  data(client.POST('/api/children/{id}/guardians/{guardian}/first', ofGuardian(id, guardian)));

export const removeGuardian = (id: string, guardian: string, reason: string) =>
  data(
    client.POST('/api/children/{id}/guardians/{guardian}/remove', { ...ofGuardian(id, guardian), body: { reason } }),
  );

export const placeChild = (id: string, body: Schemas['RosterPlacement']) =>
  data(client.POST('/api/children/{id}/placements', { ...of(id), body }));

export const endPlacement = (id: string, lastDay: string, reason: string) =>
  data(client.POST('/api/children/{id}/leaving', { ...of(id), body: { lastDay, reason } }));
