import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type AtGate = Schemas['RosterAtGate'];

/** Children placed today by name, 小名 or pinyin; the text stands in no address. */
export const useFoundAtGate = (text: string) =>
  useQuery<Schemas['RosterFoundAtGate']>({
    queryKey: ['roster', 'gate', text],
    queryFn: () => data(client.POST('/api/gate/search', { body: { text } })),
    enabled: text !== '',
    placeholderData: (before) => (text === '' ? undefined : before),
  });
