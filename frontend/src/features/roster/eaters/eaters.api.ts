import { useQuery } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import { useClasses } from '../roster.api';

type Schemas = components['schemas'];
export type Eater = Schemas['RosterEater'];
export type FoodList = Schemas['RosterEaters'];

/** Who must not, or does not, eat what today; severe allergies first. */
export const useEaters = () =>
  useQuery<FoodList>({ queryKey: ['roster', 'eaters'], queryFn: () => data(client.GET('/api/allergies')) });

/** What a class has to mind. */
export interface Room {
  id: string;
  name: string;
  placed: number;
  /** Of how many nobody has asked: nothing is known, not nothing to mind. */
  unasked: number;
  eaters: Eater[];
}

/** The list by class, in the order of the classes. */
export function useRooms(list: FoodList | undefined): Room[] {
  const classes = useClasses().data ?? [];
  if (!list) return [];
  return classes.flatMap(({ id, name }) => {
    const counted = list.classes.find(({ classId }) => classId === id);
    if (!counted) return [];
    return [{ ...counted, id, name, eaters: list.children.filter(({ classId }) => classId === id) }];
  });
}
