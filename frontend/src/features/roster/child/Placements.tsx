import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { Card, Tag, type Tone } from '@/ui';
import { useClasses } from '../roster.api';
import type { ChildFile } from './child.api';
import styles from './child.module.css';
import { type When, whenOf } from './placements';

const tones: Record<When, Tone> = { past: 'plain', now: 'primary', coming: 'leave' };

/** Where the child was, is and will be, the newest on top. */
export function Placements({ child }: { child: ChildFile }) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  return (
    <Card title={t('roster.placements')}>
      {child.placements.length === 0 && <p className={styles.none}>{t('roster.no_placement')}</p>}
      <ol className={styles.items}>
        {[...child.placements].reverse().map((placement) => {
          const when = whenOf(placement, today());
          return (
            <li key={placement.id} className={styles.item}>
              <span className={styles.words}>
                <span className={styles.first}>
                  <strong>{classes.find(({ id }) => id === placement.classId)?.name}</strong>
                  <span>{t(`roster.mode_${placement.mode}`)}</span>
                </span>
                <span className={styles.small}>
                  {placement.until
                    ? t('roster.from_until', { from: placement.from, until: placement.until })
                    : t('roster.from_on', { from: placement.from })}
                  {placement.trialUntil && ` · ${t('time.trial_until', { day: placement.trialUntil })}`}
                  {placement.feePlan && ` · ${t('time.fee_plan')} ${placement.feePlan}`}
                  {placement.examOn && ` · ${t('roster.field_examOn')} ${placement.examOn}`}
                  {placement.reason && ` · ${placement.reason}`}
                </span>
              </span>
              {when !== 'past' && <Tag tone={tones[when]}>{t(`roster.when_${when}`)}</Tag>}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
