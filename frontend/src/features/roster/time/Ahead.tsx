import { useTranslation } from 'react-i18next';
import { addDays, today, weekday } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { cx } from '@/ui';
import { whyOf } from './slots';
import type { Ahead as Day } from './time.api';
import styles from './time.module.css';
import { useSlotWords } from './useSlotWords';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The days to come as they hang on the wall: due, or why not. */
export function Ahead({ days }: { days: Day[] }) {
  const { t } = useTranslation();
  const byDay = new Map(days.map((day) => [day.day, day]));
  const last = days.at(-1)?.day ?? today();
  const monday = addDays(today(), -((weekday(today()) + 6) % 7));
  const weeks: string[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7))
    weeks.push(names.map((_, at) => addDays(start, at)));
  const due = days.filter((day) => whyOf(day) === 'due').length;
  return (
    <div className={styles.part}>
      <h3 className={styles.head}>
        {t('time.ahead')}
        <small>{t('time.ahead_count', { count: due })}</small>
      </h3>
      <table className={styles.ahead} aria-label={t('time.ahead')}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(`calendar.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => {
                const day = byDay.get(on);
                return <td key={on}>{day && <Cell day={day} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ day }: { day: Day }) {
  const { t } = useTranslation();
  const slotWords = useSlotWords();
  const dayWords = useDayWords();
  const why = whyOf(day);
  const words = () => {
    if (why === 'due') return slotWords(day.slot);
    if (why === 'closed') return day.why === 'weekend' ? t('time.why_weekend') : day.why;
    if (why === 'half') return t('time.why_half', { why: day.why });
    if (why === 'hold' && day.waits) return t('time.why_proof');
    return t(`time.why_${why}`);
  };
  return (
    <div className={cx(styles.day, styles[why], day.day === today() && styles.today)} title={dayWords(day.day)}>
      <strong>{Number(day.day.slice(8))}</strong>
      <span>{words()}</span>
      {day.booked && <small>{t('time.booked')}</small>}
    </div>
  );
}
