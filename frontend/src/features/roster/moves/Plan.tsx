import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Notice, Tag } from '@/ui';
import { ClassFindings } from '../classes/ClassFindings';
import { type MovePlan, type Moves, useMovePlan } from '../classes/classes.api';
import styles from './moves.module.css';

/** What the moves would lead to: sizes and ages of the classes they touch, and what the rules find. */
export function Plan({ moves }: { moves: Moves }) {
  const { t } = useTranslation();
  const plan = useMovePlan(moves);
  const errors = useFieldSentences(plan.error);
  const [wrong] = Object.values(errors);
  if (moves.children.length === 0) return <p className={styles.quiet}>{t('moves.plan_empty')}</p>;
  if (wrong) return <Notice tone="warn">{wrong}</Notice>;
  if (!plan.data) return null;
  return (
    <section className={styles.plan} aria-live="polite">
      <h3>{t('moves.plan_on', { day: plan.data.day })}</h3>
      <ul className={styles.after}>
        {plan.data.classes.map((row) => (
          <After key={row.id} row={row} />
        ))}
      </ul>
      {plan.data.findings.length === 0 ? (
        <p className={styles.quiet}>{t('moves.plan_fine')}</p>
      ) : (
        <ClassFindings findings={plan.data.findings} />
      )}
    </section>
  );
}

function After({ row }: { row: MovePlan['classes'][number] }) {
  const { t } = useTranslation();
  const over = row.after > row.places || (row.size > 0 && row.after > row.size);
  return (
    <li>
      <strong>{row.name}</strong>
      <span className={styles.numbers}>{t('moves.from_to', { before: row.before, after: row.after })}</span>
      {over && (
        <Tag tone="bad">{t('roster.over', { count: row.after - Math.min(row.places, row.size || row.places) })}</Tag>
      )}
      {row.after > 0 && (
        <span className={styles.quiet}>{t('moves.ages', { youngest: row.youngest, eldest: row.eldest })}</span>
      )}
    </li>
  );
}
