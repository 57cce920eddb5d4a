import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import child from '../child/child.module.css';
import { placedFrom, weeksOn } from './slots';
import type { ChildTime, Week } from './time.api';
import styles from './time.module.css';
import { WeekStrip } from './WeekStrip';

/** The agreed week that holds today, what is agreed for later, and what held before. */
export function Weeks({ time }: { time: ChildTime }) {
  const { t } = useTranslation();
  const placed = placedFrom(time.placements, today());
  const { now, later, past } = weeksOn(time, today());
  const usual = placed && time.usual[placed.mode];
  return (
    <div className={styles.part}>
      {placed && (now || placed.mode === 'full' || placed.mode === 'half') && (
        <WeekStrip week={(now?.week ?? usual) || []} />
      )}
      {placed && !now && <p className={child.small}>{t(`time.usual_${placed.mode}`)}</p>}
      {now && <Span week={now} />}
      {later.map((week) => (
        <div key={week.id} className={styles.part}>
          <h4 className={styles.sub}>
            {week.mode === placed?.mode ? t('time.later') : t('time.later_in', { mode: t(`roster.mode_${week.mode}`) })}
          </h4>
          <WeekStrip quiet week={week.week ?? []} />
          <Span week={week} />
        </div>
      ))}
      {past.length > 0 && (
        <details className={styles.more}>
          <summary>{t('time.past', { count: past.length })}</summary>
          {past.map((week) => (
            <div key={week.id} className={styles.part}>
              <WeekStrip quiet week={week.week ?? []} />
              <Span week={week} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Span({ week }: { week: Week }) {
  const { t } = useTranslation();
  const { from, until, reason } = week;
  const span = until ? t('roster.from_until', { from, until }) : t('roster.from_on', { from });
  return <p className={child.small}>{[span, reason].filter(Boolean).join(' · ')}</p>;
}
