import { describe, expect, it } from 'vitest';
import { bookable, clean, clockOf, fitted, holds, presetOf, weekOf, weeksOn, whyOf } from './slots';
import type { Ahead, ChildTime, Hold, Month, Slot } from './time.api';

const day: Ahead = {
  ...{
    day: '2026-11-23',
    classId: 'c',
    state: 'open',
    why: '',
    booked: false,
    leave: false,
    hold: false,
    waits: false,
  },
  slot: { part: 'day', starts: '', ends: '' },
};
const none: Slot = { part: '', starts: '', ends: '' };

describe('whether a child should attend', () => {
  it.each<[string, Partial<Ahead>]>([
    ['due', {}],
    ['leave', { leave: true }],
    ['hold', { leave: true, hold: true }],
    ['closed', { state: 'closed', why: 'weekend', slot: none }],
    ['due', { state: 'closed', why: 'weekend', booked: true }],
    ['half', { state: 'half', why: '停电', slot: none }],
    ['none', { slot: none, leave: true }],
  ])('is said as %s', (why, changed) => {
    expect(whyOf({ ...day, ...changed })).toBe(why);
  });

  it('waits for a proof where one is needed, else for the last day', () => {
    const hold: Hold = {
      ...{
        id: 'h',
        source: 'roster',
        from: '2026-11-20',
        until: '2026-11-25',
        needsProof: true,
        wanted: '',
        reason: '',
      },
      ...{ releasedOn: '', proof: '', note: '', by: '', enteredAt: '' },
    };
    expect(holds(hold, '2026-12-24')).toBe(true);
    expect(holds({ ...hold, needsProof: false }, '2026-11-26')).toBe(false);
    expect(holds({ ...hold, releasedOn: '2026-11-24' }, '2026-11-24')).toBe(false);
    expect(holds(hold, '2026-11-19')).toBe(false);
  });
});

describe('weeks', () => {
  it('are made of one part, and known again', () => {
    expect(weekOf('am', false).map(({ part }) => part)).toEqual(['am', 'am', 'am', 'am', 'am', '']);
    expect(presetOf(weekOf('pm', true))).toBe('pm');
    expect(presetOf([{ part: 'am', starts: '08:30', ends: '11:30' }, ...weekOf('am', true).slice(1)])).toBe('own');
  });

  it('keep nothing that cannot be in another mode', () => {
    expect(fitted(weekOf('day', true), 'half').every(({ part }) => part === '')).toBe(true);
    expect(fitted(weekOf('pm', false), 'half')[0]?.part).toBe('pm');
  });

  it('are in force in their own mode only', () => {
    const week = (id: string, mode: 'full' | 'half', from: string, until = '') => ({
      ...{ id, mode, from, until, reason: '', week: weekOf('am', true) },
    });
    const time = {
      placements: [{ mode: 'full', from: '2026-09-01', until: '' }],
      weeks: [
        week('old', 'full', '2026-09-01', '2026-10-31'),
        week('now', 'full', '2026-11-01', '2026-11-29'),
        week('next', 'full', '2026-11-30'),
        week('other', 'half', '2026-11-01'),
      ],
    } as unknown as ChildTime;
    const found = weeksOn(time, '2026-11-23');
    expect([found.now?.id, found.later.map(({ id }) => id), found.past.map(({ id }) => id)]).toEqual([
      'now',
      ['next', 'other'],
      ['old'],
    ]);
  });
});

describe('what is typed', () => {
  it.each([
    ['8:30', '08:30'],
    ['1130', '11:30'],
    ['8：05', '08:05'],
    ['25:00', '25:00'],
    ['下午', '下午'],
  ])('as %s is read as %s', (typed, read) => {
    expect(clockOf(typed)).toBe(read);
  });

  it('keeps times only where hours are told', () => {
    expect(clean({ part: 'am', starts: '8:30', ends: '' })).toEqual({ part: 'am', starts: '', ends: '' });
    expect(clean({ part: 'hours', starts: '8:30', ends: '930' })).toEqual({
      ...{ part: 'hours', starts: '08:30', ends: '09:30' },
    });
  });

  it('is booked on open days, and in the holiday programme on free days alone', () => {
    const on = (state: string, source: string, kind = '') => ({ state, source, kind }) as Month['days'][number];
    expect(bookable(on('half', 'own', 'event'), 'extra')).toBe(true);
    expect(bookable(on('closed', 'week'), 'extra')).toBe(false);
    expect(bookable(on('closed', 'council'), 'holiday')).toBe(true);
    expect(bookable(on('closed', 'own', 'vacation'), 'holiday')).toBe(true);
    expect(bookable(on('closed', 'own', 'weather'), 'holiday')).toBe(false);
    expect(bookable(on('open', 'week'), 'holiday')).toBe(false);
  });
});
