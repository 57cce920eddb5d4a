import { areaText, readArea } from './area';
import type { Edit, Profile } from './nursery.api';

const areas = ['areaDm2', 'indoorDm2', 'outdoorDm2'] as const;
const counts = ['registeredPlaces', 'inclusivePlaces', 'usablePlaces'] as const;

export type AreaField = (typeof areas)[number];
export type CountField = (typeof counts)[number];

/** The profile as it is typed: figures are text until they are saved. */
export type Typed = Omit<Profile, AreaField | CountField> &
  Record<AreaField | CountField, string> & {
    /** The legal person's number; undefined leaves it as it is. */
    legalPersonId?: string;
    /** When what was registered changed; empty is today. */
    changedOn: string;
  };

export function toTyped(profile: Profile): Typed {
  const count = (field: CountField) => (profile[field] === null ? '' : String(profile[field]));
  return {
    ...profile,
    areaDm2: areaText(profile.areaDm2),
    indoorDm2: areaText(profile.indoorDm2),
    outdoorDm2: areaText(profile.outdoorDm2),
    registeredPlaces: count('registeredPlaces'),
    inclusivePlaces: count('inclusivePlaces'),
    usablePlaces: count('usablePlaces'),
    changedOn: '',
  };
}

/** Which fields hold no figure that can be read. */
export const unreadable = (typed: Typed): string[] => [
  ...areas.filter((field) => readArea(typed[field]) === undefined),
  ...counts.filter((field) => !/^\d*$/.test(typed[field].trim())),
];

export function toEdit(typed: Typed): Edit {
  const area = (field: AreaField) => readArea(typed[field]) ?? null;
  const count = (field: CountField) => (typed[field].trim() === '' ? null : Number(typed[field]));
  const { legalPersonId, changedOn, ...rest } = typed;
  return {
    ...rest,
    areaDm2: area('areaDm2'),
    indoorDm2: area('indoorDm2'),
    outdoorDm2: area('outdoorDm2'),
    registeredPlaces: count('registeredPlaces'),
    inclusivePlaces: count('inclusivePlaces'),
    usablePlaces: count('usablePlaces'),
    ...(legalPersonId === undefined ? {} : { legalPersonId }),
    ...(changedOn ? { changedOn } : {}),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ from what was read. */
export const changedFields = (base: Profile, typed: Typed): string[] => {
  const before = toTyped(base);
  return (Object.keys(typed) as (keyof Typed)[]).filter(
    (field) => field !== 'revision' && field !== 'changedOn' && !same(before[field], typed[field]),
  );
};

export type Section = 'registration' | 'people' | 'service' | 'premises' | 'hours';

export const sections: Section[] = ['registration', 'people', 'service', 'premises', 'hours'];

const sectionOf: Record<string, Section> = {
  legalPerson: 'people',
  legalPersonId: 'people',
  principal: 'people',
  contact: 'people',
  phone: 'people',
  serviceModes: 'service',
  classKinds: 'service',
  meals: 'service',
  registeredPlaces: 'service',
  inclusivePlaces: 'service',
  usablePlaces: 'service',
  address: 'premises',
  premises: 'premises',
  areaDm2: 'premises',
  indoorDm2: 'premises',
  outdoorDm2: 'premises',
  floors: 'premises',
  openedOn: 'premises',
  hours: 'hours',
};

/** The section in which a field stands. */
export const sectionWith = (field: string | undefined): Section => sectionOf[field ?? ''] ?? 'registration';

/** A time as people type it (7:30, 730, ７：３０) as HH:MM; what is none stays, to be refused. */
export function readTime(typed: string): string {
  const plain = typed.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)).replace(/[：.．]/g, ':');
  const match = plain.trim().match(/^(\d{1,2}):?(\d{2})$/);
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : typed;
}
