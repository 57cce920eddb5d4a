import { useTranslation } from 'react-i18next';
import { Button, Input } from '@/ui';
import type { Fields } from './fields';
import { readTime } from './form';
import styles from './ProfileForm.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { from: '07:30', until: '18:00' };

/** A time in 24 hours: the systems' own inputs show AM and PM by their language. */
function Time({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return (
    <Input
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(readTime(value))}
    />
  );
}

/** When the nursery is open on each day of the week. */
export function HoursEditor({ form }: { form: Fields }) {
  const { t } = useTranslation();
  const { hours } = form.typed;
  const on = (weekday: number) => hours.find((each) => each.weekday === weekday);
  const write = (weekday: number, part: { from?: string; until?: string } | null) => {
    const rest = hours.filter((each) => each.weekday !== weekday);
    const next = part === null ? rest : [...rest, { weekday, ...usual, ...on(weekday), ...part }];
    form.set({ hours: next.sort((a, b) => a.weekday - b.weekday) });
  };
  const first = hours[0];
  return (
    <fieldset className={styles.hours} disabled={form.readOnly} data-field="hours">
      <legend className="sr-only">{t('nursery.hours')}</legend>
      {form.errors.hours && (
        <p className={styles.error} role="alert">
          {form.errors.hours}
        </p>
      )}
      {weekdays.map((weekday) => {
        const day = t(`nursery.weekday_${weekday}`);
        const open = on(weekday);
        return (
          <div key={weekday} className={styles.weekday}>
            <label>
              <input type="checkbox" checked={Boolean(open)} onChange={() => write(weekday, open ? null : {})} />
              {day}
            </label>
            {open ? (
              <>
                <Time
                  label={t('nursery.hours_from', { day })}
                  value={open.from}
                  onChange={(from) => write(weekday, { from })}
                />
                <span aria-hidden="true">–</span>
                <Time
                  label={t('nursery.hours_until', { day })}
                  value={open.until}
                  onChange={(until) => write(weekday, { until })}
                />
              </>
            ) : (
              <span className={styles.state}>{t('nursery.hours_closed')}</span>
            )}
          </div>
        );
      })}
      {!form.readOnly && (
        <Button
          onClick={() => form.set({ hours: [1, 2, 3, 4, 5].map((weekday) => ({ ...usual, ...first, weekday })) })}
        >
          {t('nursery.hours_same')}
        </Button>
      )}
    </fieldset>
  );
}
