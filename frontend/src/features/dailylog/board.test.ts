import { describe, expect, it } from 'vitest';
import { begun, columnsOf, moved, painted, periodNow, progressOf, readTime, restOf, tenths } from './board';
import type { Board, BoardChild } from './dailylog.api';

const child = (id: string, state: BoardChild['state'], meals: BoardChild['meals'] = {}): BoardChild => ({
  id,
  name: id,
  nickname: '',
  sex: '',
  ageMonths: 30,
  mode: 'full',
  allergies: '',
  card: '',
  photo: '',
  trial: false,
  slot: { part: 'day', starts: '', ends: '' },
  booked: false,
  expected: state !== 'leave',
  state,
  meals,
  revisions: {},
});

const meal = {
  id: 'm',
  revision: 1,
  happenedAt: '',
  enteredAt: '',
  by: '',
  late: false,
  corrected: false,
  reason: '',
  amount: 'half' as const,
  byDefault: false,
};

const board: Board = {
  class: { id: 'c', name: '托大一班', kind: 'large', places: 20 },
  day: '2026-11-23',
  today: '2026-11-23',
  open: true,
  closedReason: '',
  ownClosure: false,
  closed: false,
  seq: 1,
  periods: [
    { key: 'morning_snack', kind: 'snack', starts: '09:30', ends: '10:00', default: 'all' },
    { key: 'lunch', kind: 'meal', starts: '11:15', ends: '12:00', default: 'all' },
  ],
  amounts: ['all', 'most', 'half', 'little', 'none'],
  counts: { expected: 4, present: 2, leave: 1, unexplained: 1, left: 1, toCheck: 3, checked: 0 },
  children: [
    child('陈一诺', 'present', { lunch: meal }),
    child('欧阳子墨', 'present'),
    child('赵㛃', 'leave'),
    child('刘=欢', 'awaited'),
    child('周安然', 'left'),
  ],
};

const lunch = columnsOf(board).find((column) => column.period === 'lunch');

describe('the board', () => {
  it('has the gate, the meals by time and the departure as columns', () => {
    expect(columnsOf(board).map((column) => column.key)).toEqual([
      'arrival',
      'check',
      'meal:morning_snack',
      'meal:lunch',
      'departure',
    ]);
  });

  it('fills the rest only for children who are there and blank', () => {
    expect(restOf(board, 'lunch').map(({ id }) => id)).toEqual(['欧阳子墨']);
  });

  it('fills nothing for who came after the meal', () => {
    const late = {
      ...child('周安然', 'present'),
      arrival: {
        ...meal,
        happenedAt: '2026-11-23T06:00:00Z',
        person: '',
        relation: '',
        note: '',
        collectorId: '',
        verdict: '' as const,
      },
    };
    expect(restOf({ ...board, children: [late] }, 'lunch')).toEqual([]);
  });

  it('counts leave and absence as nothing', () => {
    expect(lunch && progressOf(board, lunch)).toEqual([1, 3]);
    expect(progressOf(board, { key: 'arrival', kind: 'gate', gate: 'arrival' })).toEqual([3, 4]);
  });

  it('knows the meal that is on', () => {
    expect(periodNow(board, '08:00')).toBe('morning_snack');
    expect(periodNow(board, '11:20')).toBe('lunch');
    expect(lunch && begun(board, lunch, '10:44')).toBe(false);
    expect(lunch && begun(board, lunch, '10:46')).toBe(true);
  });

  it('paints what will be written and marks a second write as a correction', () => {
    const next = painted(board, 'lunch', [
      { childId: '陈一诺', amount: 'all', byDefault: false },
      { childId: '欧阳子墨', amount: 'all', byDefault: true },
    ]);
    expect(next.children[0]?.meals.lunch).toMatchObject({ amount: 'all', corrected: true });
    expect(next.children[1]?.meals.lunch).toMatchObject({ byDefault: true, corrected: false });
    expect(board.children[0]?.meals.lunch?.amount).toBe('half');
  });

  it('moves by arrows and stays inside', () => {
    expect(moved(0, 0, 'ArrowUp', 5, 4)).toEqual([0, 0]);
    expect(moved(4, 3, 'ArrowDown', 5, 4)).toEqual([4, 3]);
    expect(moved(2, 1, 'ArrowRight', 5, 4)).toEqual([2, 2]);
    expect(moved(2, 1, 'End', 5, 4)).toEqual([4, 1]);
  });

  it('reads temperatures as people type them', () => {
    expect([tenths('36.5'), tenths('36。5'), tenths('365'), tenths(' '), tenths('37')]).toEqual([
      365,
      365,
      365,
      null,
      370,
    ]);
    expect(tenths('热')).toBeNaN();
  });

  it('reads times as people type them', () => {
    expect(['8:05', '805', '08：05', '0805', '25:00', '8:5', ''].map(readTime)).toEqual([
      '08:05',
      '08:05',
      '08:05',
      '08:05',
      '',
      '',
      '',
    ]);
  });
});
