import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { client, data } from '@/api/client';
import type { components } from '@/api/schema';
import { useFieldSentences } from '@/api/sentence';

type Schemas = components['schemas'];
export type Listed = Schemas['RosterListed'];
export type ListState = Schemas['RosterSearch']['state'];
export type Sex = Listed['sex'];

/** What the list is asked for. */
export interface Wanted {
  text: string;
  classId: string;
  state: ListState;
}

/** So many children come at a time. */
export const pageSize = 50;

/** Children page by page; the present ones stay in view while the next answer is on its way. */
export const useChildren = (wanted: Wanted, enabled = true) =>
  useInfiniteQuery({
    queryKey: ['roster', 'children', wanted],
    queryFn: ({ pageParam }) =>
      data(client.POST('/api/children/search', { body: { ...wanted, limit: pageSize, offset: pageParam } })),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.children.length, 0);
      return last.children.length > 0 && shown < last.total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
    enabled,
  });

export const addChild = (body: Schemas['NewChildInBody']) => data(client.POST('/api/children', { body }));

interface Numbered {
  /** Empty for a child that is not registered yet. */
  id: string;
  idNumber: string;
  birthDate: string;
  sex: string;
}

export interface Told {
  birthDate: string;
  sex: Sex;
}

const whole = 18;

/** Asks about an ID number while it is typed; gives the sentence of what is wrong with it. */
export function useIdCheck(child: Numbered, onTold: (told: Told) => void): string | undefined {
  const { id, idNumber, birthDate, sex } = child;
  const [error, setError] = useState<unknown>(null);
  const told = useEffectEvent(onTold);
  useEffect(() => {
    setError(null);
    if (idNumber.trim().length < whole) return;
    let past = false;
    const ask = async () => {
      try {
        const answer = await data(client.POST('/api/children/id-number', { body: { id, idNumber, birthDate, sex } }));
        if (!past) told(answer);
      } catch (refused) {
        if (!past) setError(refused);
      }
    };
    const timer = setTimeout(() => void ask(), 200);
    return () => {
      past = true;
      clearTimeout(timer);
    };
  }, [id, idNumber, birthDate, sex]);
  return useFieldSentences(error).idNumber;
}
