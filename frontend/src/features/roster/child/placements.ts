import type { Placement } from '../roster.api';

/** How a placement stands to a day. */
export type When = 'past' | 'now' | 'coming';

export const whenOf = (placement: Pick<Placement, 'from' | 'until'>, day: string): When => {
  if (placement.from > day) return 'coming';
  return placement.until && placement.until < day ? 'past' : 'now';
};

/** The placement that covers the day, else the next one to come. */
export const placementOf = (placements: Placement[], day: string): Placement | undefined =>
  placements.find((each) => whenOf(each, day) === 'now') ?? placements.find((each) => whenOf(each, day) === 'coming');
