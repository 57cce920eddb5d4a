import { today } from '@/api/clock';
import { readDay } from '@/ui';

/** Days typed one after the other, in any usual way; what is no day is passed on to be refused by name. */
export const splitDays = (typed: string): string[] =>
  typed
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .map((each) => readDay(each, today()) ?? each.slice(0, 10));
