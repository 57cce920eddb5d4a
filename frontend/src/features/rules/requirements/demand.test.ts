import i18next from 'i18next';
import { expect, test } from 'vitest';
import { demandWords } from './demand';
import type { Demand, Subject } from './requirement.api';

const cases: [string, Subject, Demand][] = [
  ['每 12 个月', 'person', { kind: 'every', months: 12 }],
  ['每 12 个月，首次在入托 7 天内', 'child', { kind: 'every', months: 12, days: 7 }],
  ['入职前办好，一次', 'person', { kind: 'once' }],
  ['入托 30 天内', 'child', { kind: 'within', days: 30 }],
  ['“接种证查验发现需补种”后当年年底前', 'child', { kind: 'within', event: 'child.vaccination_gap', yearEnd: true }],
  ['上岗前', 'person', { kind: 'before', fresh: true }],
  ['入托前，1 个月内办的才算', 'child', { kind: 'before', which: 'first', away: 3, months: 1 }],
  ['离开满 3 个月再入托前', 'child', { kind: 'before', which: 'again', away: 3 }],
  ['一直有效，不中断', 'nursery', { kind: 'valid' }],
  ['一直有效，每份不少于 36 个月', 'nursery', { kind: 'valid', months: 36 }],
  ['累计 60 学时，其中实践 20 学时', 'person', { kind: 'sum', amount: 2700, practice: 900 }],
  ['每年 1 次', 'nursery', { kind: 'sum', times: 1, period: 'calendar', makeUp: 180 }],
  ['最近 12 个月 50 分钟', 'person', { kind: 'sum', amount: 50, period: 'rolling' }],
  ['满 3、6、8 月龄，可宽限 30 天', 'child', { kind: 'ages', at: [3, 6, 8], early: 14, grace: 30 }],
];

test.each(cases)('a demand reads %s', (words, subject, demand) => {
  expect(demandWords(i18next.t, subject, demand)).toBe(words);
});
