import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

export type ClassRow = components['schemas']['RosterClass'];

/** Every class that the asking person may see. */
export const useClasses = () =>
  useQuery<ClassRow[]>({
    queryKey: ['roster', 'classes'],
    queryFn: async () => (await data(client.GET('/api/classes'))).classes,
  });
