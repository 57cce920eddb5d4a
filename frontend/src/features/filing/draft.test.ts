import { describe, expect, it } from 'vitest';
import { groupGaps, layOut, namesOf } from './draft';
import type { Finding } from './filing.api';
import { lastFinished, monthsUntil, plusMonths } from './months';

const figure = (label: string, value: number | null, people: string[] = []) => ({ key: label, label, value, people });
const gap = (code: string, severity: Finding['severity'], label: string, childId = ''): Finding => ({
  code,
  severity,
  args: { label },
  childId,
  classId: '',
  link: childId ? `/children/${childId}` : '',
  verb: 'fill',
});

describe('a draft', () => {
  it('puts figures with the same columns into one table and leaves the rest alone', () => {
    const { tables, single } = layOut([
      figure('乳儿班 男', 1),
      figure('乳儿班 女', 2),
      figure('托小班 男', 0),
      figure('托小班 女', null),
      figure('在岗人数 负责人', 1),
      figure('膳食费', null),
    ]);
    expect(tables.map(({ columns, rows }) => [columns, rows.map((row) => row.name)])).toEqual([
      [
        ['男', '女'],
        ['乳儿班', '托小班'],
      ],
    ]);
    expect(tables[0]?.rows[1]?.cells.map((cell) => cell?.value)).toEqual([0, null]);
    expect(single.map(({ label }) => label)).toEqual(['在岗人数 负责人', '膳食费']);
  });

  it('says a column that many children lack once, the worst first', () => {
    const groups = groupGaps([
      gap('filing.not_kept', 'info', '月收费'),
      gap('filing.child_missing', 'warn', '户籍', 'a'),
      gap('filing.child_missing', 'warn', '户籍', 'b'),
      gap('filing.child_missing', 'warn', '身份证号', 'a'),
      gap('filing.sex_missing', 'bad', '', 'a'),
    ]);
    expect(groups.map(({ code, label, findings }) => [code, label, findings.length])).toEqual([
      ['filing.sex_missing', '', 1],
      ['filing.child_missing', '户籍', 2],
      ['filing.child_missing', '身份证号', 1],
      ['filing.not_kept', '月收费', 1],
    ]);
  });

  it('counts the people whom the asking person may not know instead of leaving them out', () => {
    const people = [{ id: 'a', name: '陈一诺', kind: 'child' as const }];
    expect(namesOf(figure('在托', 3, ['a', 'b', 'c']), people)).toEqual({ known: people, hidden: 2 });
  });
});

describe('months', () => {
  it('the last finished month is the one before, over new year too', () => {
    expect(lastFinished('2026-11-23')).toBe('2026-10');
    expect(lastFinished('2027-01-31')).toBe('2026-12');
    expect(plusMonths('2026-12', 1)).toBe('2027-01');
    expect(monthsUntil('2026-02-01', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  });
});
