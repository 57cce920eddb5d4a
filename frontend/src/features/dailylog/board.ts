import { timeOfDay } from '@/api/clock';
import type { Amount, Board, BoardChild, Gate, Meal } from './dailylog.api';

/** A column of the board: a gate's act, or a meal of the class's timetable. */
export interface BoardColumn {
  key: string;
  kind: 'gate' | 'meal';
  gate?: Gate;
  period?: string;
  starts?: string;
  ends?: string;
}

/** Arrival and check first, then the meals by time, then departure. */
export function columnsOf(board: Board): BoardColumn[] {
  const meals = board.periods.map((period) => ({
    key: `meal:${period.key}`,
    kind: 'meal' as const,
    period: period.key,
    starts: period.starts,
    ends: period.ends,
  }));
  return [
    { key: 'arrival', kind: 'gate', gate: 'arrival' },
    { key: 'check', kind: 'gate', gate: 'check' },
    ...meals,
    { key: 'departure', kind: 'gate', gate: 'departure' },
  ];
}

/** The meal that is on now, else the last one that was. */
export function periodNow(board: Board, time: string): string {
  if (board.day < board.today) return board.periods[0]?.key ?? '';
  const begun = board.periods.filter((period) => minutes(period.starts) - 30 <= minutes(time));
  return (begun.at(-1) ?? board.periods[0])?.key ?? '';
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A meal may be written down from half an hour before it begins. */
export const begun = (board: Board, column: BoardColumn, time: string): boolean =>
  board.day < board.today || minutes(column.starts ?? '00:00') - 30 <= minutes(time);

export const isThere = (child: BoardChild): boolean => child.state === 'present' || child.state === 'left';

/** Why a child that was told of is away: by its leave, or because it must stay away. */
export const awayFor = (child: BoardChild): string => child.leave?.kind ?? (child.hold ? 'hold' : 'other');

/** A board without the children who are not due, and how many they are. On a day for nobody everybody stays. */
export function dueOf(board: Board): { due: Board; others: number } {
  const children = board.children.filter(({ state }) => state !== 'off');
  if (children.length === 0) return { due: board, others: 0 };
  return { due: { ...board, children }, others: board.children.length - children.length };
}

/** Children who are there, were so before the meal was over, and whose cell is blank: what 'the rest' fills. */
export function restOf(board: Board, period: string): BoardChild[] {
  const ends = board.periods.find(({ key }) => key === period)?.ends ?? '24:00';
  const inTime = ({ arrival, check }: BoardChild) => timeOfDay((arrival ?? check)?.happenedAt ?? '') <= ends;
  return board.children.filter((child) => child.state === 'present' && !child.meals[period] && inTime(child));
}

/** How far a column is: written / who should have it. Leave and absence count as nothing. */
export function progressOf(board: Board, column: BoardColumn): [done: number, of: number] {
  const there = board.children.filter(isThere);
  const written = (child: BoardChild): boolean =>
    column.kind === 'meal' ? Boolean(child.meals[column.period ?? '']) : Boolean(child[column.gate ?? 'arrival']);
  if (column.gate === 'arrival')
    return [there.length, board.children.filter((child) => child.expected || isThere(child)).length];
  return [there.filter(written).length, there.length];
}

/** Columns that are not whole, with how many are missing. */
export const missingOf = (board: Board, columns: BoardColumn[]): { column: BoardColumn; count: number }[] =>
  columns
    .map((column) => {
      const [done, of] = progressOf(board, column);
      return { column, count: of - done };
    })
    .filter(({ count }) => count > 0);

export const seen = (child: BoardChild, key: string): number => child.revisions[key] ?? 0;

/** The board as it will be once a meal is written, for painting at once. */
export function painted(
  board: Board,
  period: string,
  cells: { childId: string; amount: Amount; byDefault: boolean }[],
): Board {
  const byChild = new Map(cells.map((cell) => [cell.childId, cell]));
  return {
    ...board,
    children: board.children.map((child) => {
      const cell = byChild.get(child.id);
      if (!cell) return child;
      const before = child.meals[period];
      const meal: Meal = {
        ...blank,
        ...before,
        amount: cell.amount,
        byDefault: cell.byDefault,
        corrected: Boolean(before),
      };
      return { ...child, meals: { ...child.meals, [period]: meal } };
    }),
  };
}

const blank = { id: '', revision: 0, happenedAt: '', enteredAt: '', by: '', late: false, corrected: false, reason: '' };

/** Where an arrow key leads in the grid. */
export function moved(row: number, column: number, key: string, rows: number, columns: number): [number, number] {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  if (key === 'ArrowUp') return [clamp(row - 1, rows), column];
  if (key === 'ArrowDown') return [clamp(row + 1, rows), column];
  if (key === 'ArrowLeft') return [row, clamp(column - 1, columns)];
  if (key === 'ArrowRight') return [row, clamp(column + 1, columns)];
  if (key === 'Home') return [0, column];
  if (key === 'End') return [rows - 1, column];
  return [row, column];
}

/** 36.5 of 365 tenths. */
export const degrees = (tenths: number): string => (tenths / 10).toFixed(1);

/** Tenths of what was typed, null for nothing, NaN for what is no number. 365 is read as 36.5. */
export function tenths(text: string): number | null {
  const clean = text.trim().replace('．', '.').replace('。', '.').replace(',', '.');
  if (clean === '') return null;
  const value = Number(clean);
  if (Number.isNaN(value)) return Number.NaN;
  return Math.round(value >= 300 ? value : value * 10);
}

/** HH:MM of a time as people type it (8:05, 805, 08：05); empty for what is no time. */
export function readTime(text: string): string {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim());
  if (!match) return '';
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${match[2]}` : '';
}
