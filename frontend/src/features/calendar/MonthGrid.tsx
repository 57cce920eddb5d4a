import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { cx } from '@/ui';
import { weeksOf } from '@/ui/dates';
import type { DayOfMonth, Month } from './calendar.api';
import styles from './calendar.module.css';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Props {
  month: Month;
  /** A day is chosen to be closed, opened or halved. */
  onDay?: (day: DayOfMonth) => void;
}

/** A month as it hangs on the wall: open days plain, others with their reason. */
export function MonthGrid({ month, onDay }: Props) {
  const { t } = useTranslation();
  const byDay = new Map(month.days.map((day) => [day.day, day]));
  const weeks = weeksOf(`${month.month}-01`).filter((week) => week.some((day) => byDay.has(day)));
  return (
    <table className={styles.month} aria-label={month.month}>
      <thead>
        <tr>
          {weekdays.map((key) => (
            <th key={key} scope="col">
              {t(`calendar.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const it = byDay.get(day);
              return <td key={day}>{it && <Day day={it} onDay={onDay} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, onDay }: { day: DayOfMonth; onDay?: (day: DayOfMonth) => void }) {
  const { t } = useTranslation();
  const why = day.why === 'weekend' ? t('calendar.weekend') : day.why;
  const words = day.state === 'open' && day.why ? t('calendar.made_up', { why }) : why;
  const state = t(`calendar.state_${day.state}`);
  const inside = (
    <>
      <strong>{Number(day.day.slice(8))}</strong>
      <span>
        {state && <span className={cx(words && styles.state)}>{words ? `${state} · ` : state}</span>}
        {words}
      </span>
    </>
  );
  const look = cx(
    styles.day,
    styles[day.state],
    day.source === 'own' && styles.own,
    day.day === today() && styles.today,
  );
  if (!onDay) return <div className={look}>{inside}</div>;
  return (
    <button type="button" className={look} onClick={() => onDay(day)}>
      {inside}
    </button>
  );
}
