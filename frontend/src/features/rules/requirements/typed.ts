import { hourMinutes } from './demand';
import type { Demand, Fields, Requirement, Subject } from './requirement.api';

/** A requirement as it stands in the inputs. */
export interface Typed {
  title: string;
  subject: Subject;
  facts: string[];
  positions: string[];
  kind: Demand['kind'];
  months: string;
  days: string;
  hours: string;
  practice: string;
  times: string;
  period: string;
  at: string;
  grace: string;
  warnDays: string;
  severity: string;
  from: string;
  until: string;
  source: string;
  reason: string;
}

const number = (value: number | undefined): string => (value ? String(value) : '');
const hours = (value: number | undefined): string => number((value ?? 0) / hourMinutes);

/** The inputs of a version, or of a new requirement. */
export const typedOf = (row: Requirement | undefined, today: string): Typed => ({
  title: row?.title ?? '',
  subject: row?.subject ?? 'child',
  facts: row?.facts ?? [],
  positions: row?.about.position ?? [],
  kind: row?.demand.kind ?? 'every',
  months: number(row?.demand.months),
  days: number(row?.demand.days),
  hours: hours(row?.demand.amount),
  practice: hours(row?.demand.practice),
  times: number(row?.demand.times),
  period: row ? (row.demand.period ?? '') : 'calendar',
  at: (row?.demand.at ?? []).join('、'),
  grace: number(row?.demand.grace),
  warnDays: String(row?.warnDays ?? 30),
  severity: row?.severity ?? 'warn',
  from: today,
  until: '',
  source: row?.source ?? '',
  reason: '',
});

/** What cannot be read as a number is sent as one that is refused. */
const whole = (text: string): number => {
  const value = text.trim() === '' ? 0 : Number(text);
  return Number.isInteger(value) ? value : -1;
};

const minutes = (text: string): number => (text.trim() === '' ? 0 : Math.round(Number(text) * hourMinutes) || -1);

/** Which inputs a kind of demand reads. */
export const inputsOf: Record<Demand['kind'], (keyof Typed)[]> = {
  every: ['months', 'days', 'grace'],
  once: ['days', 'grace'],
  valid: ['months', 'days', 'grace'],
  within: ['months', 'days', 'grace'],
  before: ['months', 'days', 'grace'],
  sum: ['hours', 'practice', 'times', 'period'],
  ages: ['at', 'days', 'grace'],
};

function demandOf(typed: Typed, row: Requirement | undefined): Demand {
  const reads = new Set(inputsOf[typed.kind]);
  const demand: Demand = row?.demand.kind === typed.kind ? { ...row.demand } : { kind: typed.kind };
  for (const field of ['months', 'days', 'grace', 'times'] as const) {
    if (reads.has(field)) demand[field] = whole(typed[field]);
  }
  if (typed.kind === 'sum') {
    demand.amount = minutes(typed.hours);
    demand.practice = minutes(typed.practice);
    demand.period = typed.period as Demand['period'];
  }
  if (typed.kind === 'ages')
    demand.at = typed.at
      .split(/[\s,，、]+/)
      .filter(Boolean)
      .map(whole);
  return demand;
}

/** The body of a write; what the inputs do not show stays as the version has it. */
export function fieldsOf(typed: Typed, row: Requirement | undefined): Fields {
  const others = Object.fromEntries(Object.entries(row?.about ?? {}).filter(([name]) => name !== 'position'));
  const about: Record<string, string[]> =
    typed.subject === 'person' && typed.positions.length > 0 ? { position: typed.positions } : {};
  return {
    title: typed.title,
    subject: typed.subject,
    facts: typed.facts,
    about: { ...others, ...about },
    demand: demandOf(typed, row),
    warnDays: whole(typed.warnDays),
    severity: typed.severity,
    jurisdiction: '*',
    from: typed.from,
    until: typed.until,
    source: typed.source,
    reason: typed.reason,
  };
}
