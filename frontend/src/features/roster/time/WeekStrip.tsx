import { useTranslation } from 'react-i18next';
import { cx } from '@/ui';
import { places } from './slots';
import type { Slot } from './time.api';
import styles from './time.module.css';
import { useSlotWords } from './useSlotWords';

/** A week at one look: Monday to Friday, and weekend days that are open. */
export function WeekStrip({ week, quiet }: { week: Slot[]; quiet?: boolean }) {
  const { t } = useTranslation();
  const words = useSlotWords();
  return (
    <ol className={cx(styles.strip, quiet && styles.quietStrip)}>
      {places.map((place, at) => {
        const slot = week[at];
        return (
          <li key={place} className={cx(slot?.part && styles.comes)}>
            <span>{t(`time.${place}`)}</span>
            <strong>{slot ? words(slot) : ''}</strong>
          </li>
        );
      })}
    </ol>
  );
}
