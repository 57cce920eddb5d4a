import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { nowText } from '@/api/clock';
import { newId } from '@/api/ids';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Board = Schemas['DailylogBoard'];
export type BoardChild = Schemas['DailylogChild'];
export type Meal = Schemas['DailylogMeal'];
export type Mark = Schemas['DailylogMark'];
export type Check = Schemas['DailylogCheck'];
export type Amount = Meal['amount'];
export type Conflict = Schemas['DailylogConflict'];
export type Gate = 'arrival' | 'check' | 'departure';

export const boardKey = (classId: string, day: string) => ['dailylog', classId, day];

/** A class's day. */
export const useBoard = (classId: string, day: string) =>
  useQuery<Board>({
    queryKey: boardKey(classId, day),
    queryFn: () => data(client.GET('/api/classes/{id}/days/{day}', { params: { path: { id: classId, day } } })),
    enabled: classId !== '',
  });

/** The classes whose log the asking person may open. */
export const useBoardClasses = () =>
  useQuery<Schemas['RosterClass'][]>({
    queryKey: ['roster', 'classes'],
    queryFn: async () => (await data(client.GET('/api/classes'))).classes,
  });

export type Collector = Schemas['RosterCollector'];

/** Who may and who must not collect a child on a day. */
export const useCollectors = (id: string, day: string) =>
  useQuery<Collector[]>({
    queryKey: ['roster', 'collectors', id, day],
    queryFn: async () =>
      (await data(client.GET('/api/children/{id}/collectors/{day}', { params: { path: { id, day } } }))).collectors,
  });

export interface MealCell {
  childId: string;
  amount: Amount;
  byDefault: boolean;
  seen: number;
}

interface MealAct {
  classId: string;
  day: string;
  period: string;
  cells: MealCell[];
  reason: string;
}

/** One act on the meals of a class; conflicts come back beside what was written. */
export const recordMeals = ({ classId, day, period, cells, reason }: MealAct) =>
  data(
    client.PUT('/api/classes/{id}/days/{day}/meals/{period}', {
      params: { path: { id: classId, day, period } },
      body: { id: newId(), enteredAt: nowText(), reason, cells: cells.map((cell) => ({ ...cell, id: newId() })) },
    }),
  );

export interface GateAct {
  classId: string;
  day: string;
  childId: string;
  happenedAt: string;
  seen: number;
  reason: string;
}

const common = ({ childId, happenedAt, seen, reason }: GateAct) => ({
  id: newId(),
  actId: newId(),
  childId,
  happenedAt,
  enteredAt: nowText(),
  seen,
  reason,
});

const day = ({ classId, day: on }: GateAct) => ({ params: { path: { id: classId, day: on } } });

/** An arrival or a departure of one child. */
export const recordMark = (
  kind: 'arrival' | 'departure',
  act: GateAct,
  mark: Pick<Mark, 'person' | 'relation' | 'note' | 'collectorId'>,
) =>
  kind === 'arrival'
    ? data(client.POST('/api/classes/{id}/days/{day}/arrivals', { ...day(act), body: { ...common(act), ...mark } }))
    : data(client.POST('/api/classes/{id}/days/{day}/departures', { ...day(act), body: { ...common(act), ...mark } }));

export type CheckFields = Omit<
  Check,
  'id' | 'revision' | 'happenedAt' | 'enteredAt' | 'by' | 'late' | 'corrected' | 'reason' | 'fever' | 'temperature'
> & { temperature: number | null };

/** The morning check of one child. */
export const recordCheck = (act: GateAct, check: CheckFields) =>
  data(client.POST('/api/classes/{id}/days/{day}/checks', { ...day(act), body: { ...common(act), ...check } }));

/** Takes one's own act back, as a new act. */
export const undoAct = (actId: string, reason: string) =>
  data(client.POST('/api/acts/{id}/undo', { params: { path: { id: actId } }, body: { id: newId(), reason } }));

/** Takes one entry back, with the reason why. */
export const voidEntry = (id: string, reason: string) =>
  data(client.POST('/api/entries/{id}/void', { params: { path: { id } }, body: { reason } }));

/** Ends a class's day: later changes ask for a reason. */
export const closeDay = (classId: string, on: string) =>
  data(client.POST('/api/classes/{id}/days/{day}/close', { params: { path: { id: classId, day: on } } }));
