import { useTranslation } from 'react-i18next';
import { Button, Input, Select } from '@/ui';
import type { Mode } from '../roster.api';
import { clockOf, noSlot, partsOf, places, weekendAt } from './slots';
import type { Slot } from './time.api';
import styles from './time.module.css';

interface Props {
  mode: Mode;
  week: Slot[];
  errors: Record<string, string>;
  onWeek: (week: Slot[]) => void;
}

/** A week told day by day. */
export function WeekRows({ mode, week, errors, onWeek }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<Slot>) =>
    onWeek(places.map((_, index) => ({ ...noSlot, ...week[index], ...(index === at ? part : {}) })));
  const likeMonday = () => onWeek(places.map((_, at) => ({ ...noSlot, ...(at === weekendAt ? week[at] : week[0]) })));
  const options = [
    { value: '', label: t('time.part_none') },
    ...partsOf(mode).map((part) => ({ value: part, label: t(`time.part_${part}`) })),
  ];
  return (
    <div className={styles.rows}>
      {places.map((place, at) => (
        <div key={place} className={styles.row}>
          <span>{t(`time.${place}`)}</span>
          <Select
            aria-label={t(`time.${place}`)}
            aria-invalid={errors[`week.${at}`] ? true : undefined}
            value={week[at]?.part ?? ''}
            options={options}
            onChange={(part) => set(at, { part })}
          />
          {week[at]?.part === 'hours' && (
            <Clock name={t(`time.${place}`)} slot={week[at]} onSlot={(slot) => set(at, slot)} />
          )}
          {errors[`week.${at}`] && (
            <p className={styles.error} role="alert">
              {errors[`week.${at}`]}
            </p>
          )}
        </div>
      ))}
      <Button size="small" kind="text" onClick={likeMonday}>
        {t('time.like_monday')}
      </Button>
    </div>
  );
}

interface ClockProps {
  /** Of which day, for who listens. */
  name: string;
  slot: Slot;
  onSlot: (slot: Partial<Slot>) => void;
}

/** From and until by the clock, typed in any usual way. */
export function Clock({ name, slot, onSlot }: ClockProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.clock}>
      {(['starts', 'ends'] as const).map((end) => (
        <Input
          key={end}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${name} ${t(`time.${end}`)}`}
          placeholder={t('roster.clock_like')}
          value={slot[end]}
          onChange={(event) => onSlot({ [end]: event.target.value })}
          onBlur={(event) => onSlot({ [end]: clockOf(event.target.value) })}
        />
      ))}
    </span>
  );
}
