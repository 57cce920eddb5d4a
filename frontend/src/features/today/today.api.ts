import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

export type Overview = components['schemas']['TodayOverview'];
export type TodayClass = components['schemas']['TodayClass'];
export type Finding = components['schemas']['Finding'];

export const useToday = () =>
  useQuery<Overview>({
    queryKey: ['today'],
    queryFn: () => data(client.GET('/api/today')),
    // Findings also come with the hour, without anything being written.
    refetchInterval: 60_000,
  });
