import { expect, test } from 'vitest';
import type { Requirement } from './requirement.api';
import { fieldsOf, typedOf } from './typed';

const row = {
  key: 'child.checkup',
  title: '定期体检',
  subject: 'child',
  about: {},
  facts: ['child.checkup'],
  demand: { kind: 'ages', at: [3, 6], early: 14, grace: 30 },
  warnDays: 14,
  severity: 'warn',
  source: '转载',
} as unknown as Requirement;

test('what the inputs do not show stays as the version has it', () => {
  const fields = fieldsOf({ ...typedOf(row, '2026-11-23'), at: '3, 6、9' }, row);
  expect(fields.demand).toMatchObject({ kind: 'ages', at: [3, 6, 9], early: 14, grace: 30 });
  expect(fields).toMatchObject({ title: '定期体检', from: '2026-11-23', warnDays: 14, facts: ['child.checkup'] });
});

test('another kind of demand begins without the numbers of the one before', () => {
  const fields = fieldsOf({ ...typedOf(row, '2026-11-23'), kind: 'every', months: '12' }, row);
  expect(fields.demand).toEqual({ kind: 'every', months: 12, days: 0, grace: 30 });
});

test('training hours are sent as minutes, and what is no number as one that is refused', () => {
  const typed = { ...typedOf(undefined, '2026-11-23'), kind: 'sum' as const, hours: '40', times: 'x' };
  expect(fieldsOf(typed, undefined).demand).toEqual({
    kind: 'sum',
    amount: 1800,
    practice: 0,
    times: -1,
    period: 'calendar',
  });
});

test('only staff are narrowed by position', () => {
  const typed = { ...typedOf(undefined, '2026-11-23'), positions: ['cook'] };
  expect(fieldsOf(typed, undefined).about).toEqual({});
  expect(fieldsOf({ ...typed, subject: 'person' }, undefined).about).toEqual({ position: ['cook'] });
});
