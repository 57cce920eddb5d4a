import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Collector = Schemas['RosterCollector'];
export type NewCollector = Schemas['RosterNewCollector'];
export type Contact = Schemas['RosterContact'];

const of = (id: string) => ({ params: { path: { id } } });

/** Who may and who must not collect a child on a day. */
export const useCollectors = (id: string, day: string) =>
  useQuery<Collector[]>({
    queryKey: ['roster', 'collectors', id, day],
    queryFn: async () =>
      (await data(client.GET('/api/children/{id}/collectors/{day}', { params: { path: { id, day } } }))).collectors,
  });

export const addCollector = (id: string, body: NewCollector) =>
  data(client.POST('/api/children/{id}/collectors', { ...of(id), body }));

/** An empty phone or reason keeps the present one. */
export const changeCollector = (id: string, body: NewCollector) =>
  data(client.PUT('/api/children/{id}/collectors/{collector}', { params: { path: { id, collector: body.id } }, body }));

export const removeCollector = (id: string, collector: string, reason: string) =>
  data(
    client.POST('/api/children/{id}/collectors/{collector}/remove', {
      params: { path: { id, collector } },
      body: { reason },
    }),
  );

/** Opens a number for one call; only for today's staff of the class. */
export const callPerson = async (id: string, personId: string, which: number): Promise<string> =>
  (await data(client.POST('/api/children/{id}/call', { ...of(id), body: { personId, which } }))).value;

/** The latest calls for a child. */
export const useContacts = (id: string) =>
  useQuery<Contact[]>({
    queryKey: ['roster', 'contacts', id],
    queryFn: async () => (await data(client.GET('/api/children/{id}/contacts', of(id)))).contacts,
  });

export const revealStaffPhone = async (id: string, reason: string): Promise<string> =>
  (await data(client.POST('/api/staff/{id}/reveal', { ...of(id), body: { reason } }))).value;
