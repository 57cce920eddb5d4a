import type { Mode } from '../roster.api';
import type { Ahead, ChildTime, Hold, Month, PlacementTime, Slot, Week } from './time.api';

export type Part = '' | 'day' | 'am' | 'pm' | 'hours';

/** The places of a week: weekdays, and weekend days on which the nursery is open. */
export const places = ['mon', 'tue', 'wed', 'thu', 'fri', 'weekend'] as const;
export const weekendAt = 5;

const parts: Record<Mode, Part[]> = {
  full: ['day', 'am', 'pm', 'hours'],
  half: ['am', 'pm', 'hours'],
  hourly: ['hours'],
  dropin: ['day', 'am', 'pm', 'hours'],
};

/** What a day can be in a mode of care, coming not at all aside. */
export const partsOf = (mode: Mode): Part[] => parts[mode];

/** 'own' is told day by day. */
export type Preset = Part | 'own';

/** The weeks that are agreed by one tap. */
export const presetsOf = (mode: Mode): Preset[] => [...parts[mode].filter((part) => part !== 'hours'), 'own'];

export const noSlot: Slot = { part: '', starts: '', ends: '' };

/** The same part on every weekday, and on open weekend days if they are agreed too. */
export const weekOf = (part: Part, weekend: boolean): Slot[] =>
  places.map((_, at) => ({ ...noSlot, part: at === weekendAt && !weekend ? '' : part }));

/** A week without what cannot be in a mode of care. */
export const fitted = (week: Slot[], mode: Mode): Slot[] =>
  week.map((slot) => (parts[mode].includes(slot.part as Part) ? slot : noSlot));

/** The preset that a week is, 'own' for any other. */
export function presetOf(week: Slot[]): Preset {
  const part = week[0]?.part ?? '';
  const alike = week.slice(0, weekendAt).every((slot) => slot.part === part && !slot.starts);
  return alike && (part === 'day' || part === 'am' || part === 'pm') ? part : 'own';
}

/** The placement that covers a day. */
export const placedOn = (placements: PlacementTime[], day: string): PlacementTime | undefined =>
  placements.find(({ from, until }) => from <= day && (!until || day <= until));

/** The placement that covers a day, else the next one to come. */
export const placedFrom = (placements: PlacementTime[], day: string): PlacementTime | undefined =>
  placedOn(placements, day) ?? placements.find(({ from }) => from > day);

/** A child's weeks as they stand to a day: in force, to come, and past with the latest first. */
export function weeksOn(time: ChildTime, day: string) {
  const mode = placedOn(time.placements, day)?.mode;
  const inForce = (week: Week) => week.mode === mode && week.from <= day && (!week.until || day <= week.until);
  const past = time.weeks.filter(({ until }) => until && until < day);
  return {
    now: time.weeks.find(inForce),
    later: time.weeks.filter((week) => !inForce(week) && !past.includes(week)),
    past: [...past].reverse(),
  };
}

/** Whether a child is to stay away on a day. */
export const holds = (hold: Hold, day: string): boolean =>
  hold.from <= day && !(hold.releasedOn && day >= hold.releasedOn) && (hold.needsProof || day <= hold.until);

export type Why = 'due' | 'hold' | 'leave' | 'closed' | 'half' | 'none';

/** Whether a child should attend on a day to come, and why not. */
export function whyOf(day: Ahead): Why {
  if (day.state === 'closed' && !day.slot.part) return 'closed';
  if (!day.slot.part) return day.state === 'half' ? 'half' : 'none';
  if (day.hold) return 'hold';
  return day.leave ? 'leave' : 'due';
}

/** Whether a day can be booked: open days beside the week, closed ones for the holiday programme. */
export function bookable(day: Month['days'][number], kind: string): boolean {
  if (kind === 'extra') return day.state !== 'closed';
  return day.state === 'closed' && (day.source !== 'own' || day.kind === 'vacation' || day.kind === 'holiday');
}

/** HH:MM of a time as people type it (8:05, 805, 08：05); as typed when it is no time, to be refused in words. */
export function clockOf(typed: string): string {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/.exec(typed.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return typed.trim();
  return `${match[1]?.padStart(2, '0')}:${match[2]}`;
}

/** Slots as they are sent: times read, and only where hours are told. */
export const clean = (slot: Slot): Slot =>
  slot.part === 'hours'
    ? { ...slot, starts: clockOf(slot.starts), ends: clockOf(slot.ends) }
    : { ...slot, starts: '', ends: '' };
