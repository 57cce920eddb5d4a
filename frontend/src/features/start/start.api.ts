import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { learnNow } from '@/api/clock';
import type { components } from '@/api/schema';
import { openPlace } from '@/api/session';

export type Start = components['schemas']['BackendStart'];
export type Founded = components['schemas']['BackendFounded'];

export const startKey = ['start'];

export async function readStart(): Promise<Start> {
  const begun = Date.now();
  const start = await data(client.GET('/api/start'));
  learnNow(start.now, Date.now() - begun);
  openPlace(start.open === 'demo' ? 'demo' : (start.nurseries.find(({ open }) => open)?.id ?? ''));
  return start;
}

export const useStart = () =>
  useQuery<Start>({
    queryKey: startKey,
    queryFn: readStart,
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface Founding {
  nurseryName: string;
  directorName: string;
  userName: string;
  password: string;
  /** A further nursery of this computer. */
  another?: boolean;
}

export type Shelved = components['schemas']['BackendShelved'];

/** Closes the open nursery and opens another one of this computer. */
export const openNursery = (id: string): Promise<Start> => data(client.POST('/api/start/open', { body: { id } }));

/** Takes a nursery off the list; its files stay where they are. */
export const forgetNursery = (id: string): Promise<Start> => data(client.POST('/api/start/forget', { body: { id } }));

export const found = (founding: Founding): Promise<Founded> =>
  data(client.POST('/api/start/nursery', { body: founding }));

/** Opens the demo nursery and signs its director in. */
export const openDemo = () => data(client.POST('/api/start/demo'));

/** From the demo back to the nursery's own sign-in, or to the first page. */
export const leaveDemo = () => data(client.POST('/api/start/switch'));
