import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import styles from './DateField.module.css';
import { plusDays, plusMonths, weeksOf } from './dates';
import type { DateWordsOf } from './dateWords';
import { useBeside } from './useBeside';

const moves: Record<string, (day: string) => string> = {
  ArrowLeft: (day) => plusDays(day, -1),
  ArrowRight: (day) => plusDays(day, 1),
  ArrowUp: (day) => plusDays(day, -7),
  ArrowDown: (day) => plusDays(day, 7),
  PageUp: (day) => plusMonths(day, -1),
  PageDown: (day) => plusMonths(day, 1),
};

export interface CalendarProps {
  value: string;
  today: string;
  min?: string;
  max?: string;
  words: DateWordsOf;
  onPick: (day: string) => void;
}

/** A month of days; arrows move, Enter picks. */
export function Calendar({ value, today, min = '', max = '9999-12-31', words, onPick }: CalendarProps) {
  const [at, setAt] = useState(value || today);
  const root = useRef<HTMLDivElement>(null);
  useBeside(root, () => root.current?.parentElement);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus({ preventScroll: true });
  }, [at]);
  const keys = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    setAt(move(at));
  };
  const month = at.slice(0, 7);
  return (
    <div className={styles.calendar} ref={root}>
      <div className={styles.month}>
        <Button
          kind="text"
          size="small"
          icon="left"
          aria-label={words.before}
          onClick={() => setAt(plusMonths(at, -1))}
        />
        <strong aria-live="polite">{words.month(month.slice(0, 4), Number(month.slice(5)))}</strong>
        <Button
          kind="text"
          size="small"
          icon="right"
          aria-label={words.after}
          onClick={() => setAt(plusMonths(at, 1))}
        />
      </div>
      <table aria-label={month} onKeyDown={keys}>
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    aria-label={day}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === value}
                    tabIndex={day === at ? 0 : -1}
                    disabled={day < min || day > max}
                    className={cx(styles.day, !day.startsWith(month) && styles.outside)}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
