/** Days as text YYYY-MM-DD, without zones: reckoned in UTC on purpose. */
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

export const isDay = (day: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = utc(day);
  return !Number.isNaN(date.getTime()) && text(date) === day;
};

export const plusDays = (day: string, count: number): string => {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return text(date);
};

/** The same day of another month, the last one where that month is shorter. */
export const plusMonths = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))));
};

/** The weeks of a month as six rows from Monday. */
export const weeksOf = (day: string): string[][] => {
  const first = `${day.slice(0, 8)}01`;
  const start = plusDays(first, -((utc(first).getUTCDay() + 6) % 7));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, at) => plusDays(start, week * 7 + at)));
};

const digits = (value: string) => value.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));

/**
 * Reads a day as people type it: 2026-11-24, 2026.11.24, 2026年11月24日, 20261124,
 * 11-24 and 1124 (of the year of `near`); null when it is no day.
 */
export const readDay = (typed: string, near: string): string | null => {
  const plain = digits(typed).trim();
  const parts = /^\d+$/.test(plain)
    ? (plain.match(/^(\d{4})?(\d{2})(\d{2})$/)?.slice(1) ?? [])
    : (plain.match(/^(?:(\d{4})\D+)?(\d{1,2})\D+(\d{1,2})\D?$/)?.slice(1) ?? []);
  const [year = near.slice(0, 4), month, date] = parts;
  if (!month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
};
