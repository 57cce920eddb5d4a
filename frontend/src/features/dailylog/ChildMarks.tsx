import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui';
import type { BoardChild } from './dailylog.api';
import styles from './Grid.module.css';

/** What must be minded before a child is let in, and when it comes if not for the whole day; a hold stands alone. */
export function ChildMarks({ child, onCard }: { child: BoardChild; onCard?: (child: BoardChild) => void }) {
  const { t } = useTranslation();
  const { part, starts, ends } = child.slot;
  const hours = starts && ends ? `${starts}–${ends}` : '';
  return (
    <>
      {onCard && child.card !== '' && (
        <button type="button" className={styles.card} onClick={() => onCard(child)}>
          {t(`dailylog.card_of_child_${child.card}`)}
        </button>
      )}
      {child.hold && <Tag tone="bad">{t('dailylog.hold_until', { day: child.hold.until.slice(5) })}</Tag>}
      {!child.hold && part !== '' && (part !== 'day' || hours) && <Tag>{hours || t(`dailylog.part_${part}`)}</Tag>}
      {!child.hold && child.trial && <Tag tone="primary">{t('dailylog.trial')}</Tag>}
    </>
  );
}
