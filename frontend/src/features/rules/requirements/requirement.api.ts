import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { today } from '@/api/clock';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Requirement = Schemas['RulesRequirement'];
export type Demand = Schemas['RulesDemand'];
export type FactKind = Schemas['RulesFactKind'];
export type Result = Schemas['RulesRequirementResult'];
export type Results = Schemas['RulesRequirementResults'];
export type Fields = Schemas['RulesRequirementFields'];
export type Subject = Result['kind'];
export type Standing = Result['standing'];

/** The most rows that are listed at once; the rest is only counted. */
export const mostRows = 300;

/** Every version of every requirement, and the kinds of fact that can be recorded. */
export const useRequirements = () =>
  useQuery<Schemas['RulesRequirementList']>({
    queryKey: ['requirements', 'rows'],
    queryFn: () => data(client.GET('/api/requirements')),
  });

export interface Ask {
  kind: Subject | '';
  key: string;
  standings: Standing[];
}

/** What is to be done for whom today, the most urgent first. */
export const useResults = ({ kind, key, standings }: Ask) =>
  useQuery<Results>({
    queryKey: ['requirements', 'results', kind, key, standings.join()],
    queryFn: () =>
      data(client.POST('/api/requirements/results', { body: { on: today(), kind, key, standings, limit: mostRows } })),
    placeholderData: (before) => before,
  });

/** All that is asked for of one subject. */
export const useResultsOf = (kind: Subject, id: string) =>
  useQuery<Results>({
    queryKey: ['requirements', 'results', kind, id],
    queryFn: () => data(client.POST('/api/requirements/results', { body: { on: today(), kind, id } })),
  });

export const addRequirement = (body: Fields) => data(client.POST('/api/requirements', { body }));

const of = (key: string) => ({ params: { path: { key } } });

export const changeRequirement = (key: string, body: Fields) =>
  data(client.PUT('/api/requirements/{key}', { ...of(key), body }));

export interface Ending {
  from: string;
  reason: string;
}

export const switchOff = (key: string, body: Ending) =>
  data(client.POST('/api/requirements/{key}/off', { ...of(key), body }));

export const followShipped = (key: string, body: Ending) =>
  data(client.POST('/api/requirements/{key}/shipped', { ...of(key), body }));

/** A write to the rows: lists and Today are asked for anew before `done` is told. */
export function useWrite<Out>(write: () => Promise<Out>, done: (out: Out) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (out) => {
      await Promise.all(['requirements', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      done(out);
    },
  });
}
