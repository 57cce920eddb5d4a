import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';

export type Rule = components['schemas']['RulesRule'];

export const useRules = () =>
  useQuery<Rule[]>({ queryKey: ['rules'], queryFn: async () => (await data(client.GET('/api/rules'))).rules });
