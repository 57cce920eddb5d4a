/** A month as YYYY-MM, moved by a number of months. */
export function plusMonths(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const at = year * 12 + of - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The last month that is over on a day. */
export const lastFinished = (today: string): string => plusMonths(today.slice(0, 7), -1);

/** The running month and those before it, newest first. */
export const monthsUntil = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => plusMonths(today.slice(0, 7), -back));

export const isMonth = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
