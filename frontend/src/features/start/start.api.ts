import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { learnNow } from '@/api/clock';
import type { components } from '@/api/schema';

export type Start = components['schemas']['BackendStart'];
export type Founded = components['schemas']['BackendFounded'];

export const startKey = ['start'];

export const useStart = () =>
  useQuery<Start>({
    queryKey: startKey,
    queryFn: async () => {
      const begun = Date.now();
      const start = await data(client.GET('/api/start'));
      learnNow(start.now, Date.now() - begun);
      return start;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export interface Founding {
  nurseryName: string;
  directorName: string;
  userName: string;
  password: string;
}

export const found = (founding: Founding): Promise<Founded> =>
  data(client.POST('/api/start/nursery', { body: founding }));

/** Opens the demo nursery and signs its director in. */
export const openDemo = () => data(client.POST('/api/start/demo'));

/** From the demo back to the nursery's own sign-in, or to the first page. */
export const leaveDemo = () => data(client.POST('/api/start/switch'));
