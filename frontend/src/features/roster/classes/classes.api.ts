import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import type { ClassRow } from '../roster.api';

type Schemas = components['schemas'];
export type ClassFile = Schemas['RosterClassFile'];
export type ClassBoard = Schemas['RosterClassBoard'];
export type Outgrown = Schemas['RosterOutgrown'];
export type ClassFinding = ClassBoard['findings'][number];
export type Moves = Schemas['RosterMoves'];
export type MovePlan = Schemas['RosterMovePlan'];
export type MoveAct = Schemas['RosterMoveAct'];

export const addClass = (body: ClassRow) => data(client.POST('/api/classes', { body }));

export const changeClass = (body: ClassRow) =>
  data(client.PUT('/api/classes/{id}', { params: { path: { id: body.id } }, body }));

/** All classes, what is wrong with them, and who outgrows them in the coming months. */
export const useClassBoard = (months: number) =>
  useQuery<ClassBoard>({
    queryKey: ['roster', 'classBoard', months],
    queryFn: () => data(client.POST('/api/classes/board', { body: { months } })),
    placeholderData: (before) => before,
  });

const of = (id: string) => ({ params: { path: { id } } });

export const closeClass = (id: string, from: string, reason: string) =>
  data(client.POST('/api/classes/{id}/close', { ...of(id), body: { from, reason } }));

export const reopenClass = (id: string, on: string) =>
  data(client.POST('/api/classes/{id}/reopen', { ...of(id), body: { on } }));

export const orderClasses = (ids: string[]) => data(client.POST('/api/classes/order', { body: { ids } }));

export const setHome = (home: boolean) => data(client.PUT('/api/nursery/home', { body: { home } }));

/** What moves would lead to; asked again whenever something is chosen. */
export const useMovePlan = (moves: Moves) =>
  useQuery<MovePlan>({
    queryKey: ['roster', 'movePlan', moves],
    queryFn: () => data(client.POST('/api/moves/plan', { body: moves })),
    enabled: moves.children.length > 0 && moves.day !== '',
    placeholderData: (before) => before,
    retry: false,
  });

export const moveChildren = (body: Moves) => data(client.POST('/api/moves', { body }));

export const useMoveActs = () =>
  useQuery<MoveAct[]>({
    queryKey: ['roster', 'moves'],
    queryFn: async () => (await data(client.GET('/api/moves'))).acts,
  });

export const undoMove = (id: string, reason: string) =>
  data(client.POST('/api/moves/{id}/undo', { ...of(id), body: { reason } }));
