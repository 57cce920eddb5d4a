import { useTranslation } from 'react-i18next';
import { Card, cx } from '@/ui';
import styles from './Today.module.css';
import type { TodayClass } from './today.api';

const parts = ['present', 'left', 'leave', 'unexplained'] as const;

interface Props {
  classes: TodayClass[];
  onOpen: (classId: string) => void;
}

/** A bar for each class: who is there, has left, is on leave, has not come. */
export function Classes({ classes, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('today.classes')}
      note={
        <span className={styles.legend}>
          {parts.map((part) => (
            <span key={part}>
              <i className={styles[`fill_${part}`]} aria-hidden="true" />
              {t(`today.${part}`)}
            </span>
          ))}
        </span>
      }
    >
      <ul className={styles.classes}>
        {classes.map((each) => {
          const whole = Math.max(1, each.present + each.left + each.leave + each.unexplained);
          return (
            <li key={each.id}>
              <button type="button" className={styles.class} onClick={() => onOpen(each.id)}>
                <strong>{each.name}</strong>
                <span className={styles.track} aria-hidden="true">
                  {parts.map((part) => (
                    <i
                      key={part}
                      className={styles[`fill_${part}`]}
                      style={{ width: `${(each[part] / whole) * 100}%` }}
                    />
                  ))}
                </span>
                <span className={styles.classCount}>
                  {each.present} / {each.expected}
                  <span className="sr-only">{t('today.present')}</span>
                </span>
                <span className={cx(styles.classNote)}>
                  {each.expected === 0 && each.leave === 0
                    ? t('today.nobody')
                    : t('today.class_note', { leave: each.leave, unexplained: each.unexplained })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
