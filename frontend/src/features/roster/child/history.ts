import type { HistoryEntry } from './child.api';

/** The day of an instant in the nursery's zone. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

export interface Act {
  key: string;
  at: string;
  by: string;
  verb: string;
  day: string;
  reason: string;
  changes: Pick<HistoryEntry, 'field' | 'old' | 'new' | 'sealed'>[];
}

/** The fields in the order of the page; those of later versions follow. */
const fieldOrder = [
  'name',
  'nickname',
  'sex',
  'birthDate',
  'expectedDate',
  'idNumber',
  'certificate',
  'birthOrder',
  'household',
  'residence',
  'address',
  'insuranceKind',
  'insuranceNumber',
  'insuranceUntil',
].concat([
  'allergies',
  'diet',
  'illnesses',
  'gestation',
  'note',
  'guardian.first',
  'guardian.name',
  'guardian.relation',
  'guardian.phone',
  'class',
  'mode',
  'kind',
  'from',
  'until',
]);

const placeOf = (field: string): number => (fieldOrder.indexOf(field) + 1 || fieldOrder.length + 1) - 1;

/** The entries come one a field; what was done at once is told at once. */
export function actsOf(entries: HistoryEntry[]): Act[] {
  const acts: Act[] = [];
  for (const { at, by, verb, day, reason, ...change } of entries) {
    const previous = acts.at(-1);
    // One act never names a field twice: the same field again is another act.
    const same =
      previous?.at === at &&
      previous.verb === verb &&
      previous.by === by &&
      !previous.changes.some(({ field }) => field === change.field);
    const act = same ? previous : { key: `${acts.length}`, at, by, verb, day, reason, changes: [] };
    if (!same) acts.push(act);
    if (change.field) act.changes.push(change);
  }
  for (const act of acts) act.changes.sort((a, b) => placeOf(a.field) - placeOf(b.field));
  return acts;
}
