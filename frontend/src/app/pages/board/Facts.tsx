import { useTranslation } from 'react-i18next';
import type { Board } from '@/features/dailylog/dailylog.api';
import styles from './BoardPage.module.css';

/** The class's day in numbers; leave and absence count as nothing in 'checked'. */
export function Facts({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { present, leave, unexplained, checked, toCheck } = board.counts;
  return (
    <div className={styles.facts}>
      <span>
        <strong>{present}</strong>
        {t('dailylog.present')}
      </span>
      <span>
        <strong>{leave}</strong>
        {t('dailylog.on_leave')}
      </span>
      <span className={unexplained > 0 ? styles.bad : undefined}>
        <strong>{unexplained}</strong>
        {t('dailylog.unexplained')}
      </span>
      <span>
        <strong>
          {checked}/{toCheck}
        </strong>
        {t('dailylog.checked')}
      </span>
    </div>
  );
}
