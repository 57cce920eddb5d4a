import { useTranslation } from 'react-i18next';
import { Card, cx } from '@/ui';
import styles from './Today.module.css';
import type { Overview } from './today.api';

interface Figure {
  key: string;
  value: number;
  of?: number;
  note: string;
  bad?: boolean;
}

/** The day in four figures; each counts only what was recorded. */
export function Counts({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const { counts, todo } = overview;
  const overdue = todo.some((finding) => finding.code === 'today.awaited');
  const figures: Figure[] = [
    {
      key: 'present',
      value: counts.present,
      of: counts.expected,
      note: counts.left > 0 ? t('today.left_note', { count: counts.left }) : t('today.expected_note'),
    },
    { key: 'leave', value: counts.leave, note: t('today.leave_note') },
    {
      key: 'unexplained',
      value: counts.unexplained,
      note: t(overdue ? 'today.unexplained_late' : 'today.unexplained_note'),
      bad: overdue && counts.unexplained > 0,
    },
    { key: 'checked', value: counts.checked, of: counts.toCheck, note: t('today.checked_note') },
  ];
  return (
    <Card flush>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div key={figure.key} className={styles.figure}>
            <dt>{t(`today.${figure.key}`)}</dt>
            <dd className={cx(styles.metric, figure.bad && styles.bad)}>
              {figure.value}
              {figure.of !== undefined && <small>/ {figure.of}</small>}
            </dd>
            <dd className={styles.figureNote}>{figure.note}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
