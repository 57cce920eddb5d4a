import { expect, it } from 'vitest';
import type { HistoryEntry } from './child.api';
import { actsOf } from './history';

const entry = (part: Partial<HistoryEntry>): HistoryEntry => ({
  at: '2026-11-23T02:00:00Z',
  by: '林静',
  verb: 'roster.change_child',
  day: '',
  field: '',
  old: '',
  new: '',
  sealed: false,
  reason: '',
  ...part,
});

it('tells the fields of one act together', () => {
  const acts = actsOf([entry({ field: 'name', old: '甲', new: '乙' }), entry({ field: 'sex', new: 'male' })]);
  expect(acts).toHaveLength(1);
  expect(acts[0]?.changes.map(({ field }) => field)).toEqual(['name', 'sex']);
});

it('tells the fields in the order of the page, unknown ones last', () => {
  const [act] = actsOf(['until', 'later', 'from', 'kind'].map((field) => entry({ field })));
  expect(act?.changes.map(({ field }) => field)).toEqual(['kind', 'from', 'until', 'later']);
});

it('keeps acts of the same moment apart when they name the same field', () => {
  const add = { verb: 'roster.add_guardian', field: 'guardian.name' };
  expect(actsOf([entry({ ...add, new: '周敏' }), entry({ ...add, new: '周强' })])).toHaveLength(2);
});

it('keeps an act without fields', () => {
  expect(actsOf([entry({ verb: 'roster.void_leave', reason: '记错了' })])[0]).toMatchObject({
    reason: '记错了',
    changes: [],
  });
});

it('does not join what different people did', () => {
  expect(actsOf([entry({ field: 'name', by: '林静' }), entry({ field: 'sex', by: '周文' })])).toHaveLength(2);
});
