import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { useSentence } from '@/api/sentence';
import { Button, cx, Loading, Notice } from '@/ui';
import { plusMonths, weeksOf } from '@/ui/dates';
import { bookable, placedFrom, placedOn } from './slots';
import { type ChildTime, type Month, useMonth } from './time.api';
import styles from './time.module.css';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Props {
  kind: string;
  time: ChildTime;
  chosen: string[];
  onToggle: (day: string) => void;
  hint: string;
  error?: string;
}

/** A month from which days are tapped; only those on which the child can come. */
export function PickDays({ kind, time, chosen, onToggle, hint, error }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const note = useId();
  const [month, setMonth] = useState(() => today().slice(0, 7));
  const found = useMonth(month, placedFrom(time.placements, today())?.classId ?? '');
  const go = (count: number) => setMonth(plusMonths(`${month}-01`, count).slice(0, 7));
  return (
    <fieldset className={styles.pick} aria-describedby={note}>
      <legend className="sr-only">{t('time.days')}</legend>
      <div className={styles.months}>
        <Button kind="text" icon="left" aria-label={t('calendar.before')} onClick={() => go(-1)} />
        <strong aria-live="polite">
          {t('calendar.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
        </strong>
        <Button kind="text" icon="right" aria-label={t('calendar.after')} onClick={() => go(1)} />
      </div>
      {found.isPending && <Loading label={t('app.loading')} />}
      {found.isError && (
        <Notice tone="bad" alert>
          {sentence(found.error)}
        </Notice>
      )}
      {found.data && <Days month={found.data} kind={kind} time={time} chosen={chosen} onToggle={onToggle} />}
      <p id={note} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
        {error || hint}
      </p>
    </fieldset>
  );
}

type DaysProps = Pick<Props, 'kind' | 'time' | 'chosen' | 'onToggle'> & { month: Month };

function Days({ month, kind, time, chosen, onToggle }: DaysProps) {
  const { t } = useTranslation();
  const dayWords = useDayWords();
  const byDay = new Map(month.days.map((day) => [day.day, day]));
  const booked = new Set(time.bookings.map(({ day }) => day));
  const weeks = weeksOf(`${month.month}-01`).filter((week) => week.some((day) => byDay.has(day)));
  return (
    <table className={styles.days}>
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
              if (!day) return <td key={on} />;
              const taken = booked.has(on);
              const why = taken ? t('time.booked') : day.why === 'weekend' ? '' : day.why;
              return (
                <td key={on}>
                  <button
                    type="button"
                    aria-pressed={chosen.includes(on)}
                    className={cx(chosen.includes(on) && styles.chosen)}
                    disabled={taken || !bookable(day, kind) || !placedOn(time.placements, on)}
                    onClick={() => onToggle(on)}
                  >
                    <span className="sr-only">{dayWords(on)}</span>
                    <span aria-hidden="true">{Number(on.slice(8))}</span>
                    {why && <small>{why}</small>}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
