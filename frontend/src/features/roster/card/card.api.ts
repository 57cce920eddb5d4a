import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type OpenedCard = Schemas['RosterOpenedCard'];
export type CardFields = Omit<NonNullable<OpenedCard['card']>, 'confirmedBy' | 'writtenBy' | 'writtenAt'>;

/** A child's action card with the phones to call; every opening is kept. */
export const useCard = (id: string) =>
  useQuery<OpenedCard>({
    queryKey: ['roster', 'card', id],
    queryFn: () => data(client.POST('/api/children/{id}/card/open', { params: { path: { id } } })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const saveCard = (id: string, body: CardFields) =>
  data(client.PUT('/api/children/{id}/card', { params: { path: { id } }, body }));
