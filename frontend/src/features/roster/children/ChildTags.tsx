import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui';
import styles from './children.module.css';

interface Props {
  child: { allergies: string; idState: 'given' | 'missing' | 'lost' };
  /** Only for who keeps the roster: others cannot put it right. */
  showId: boolean;
}

/** What must be known of a child at a glance, and what is still missing. */
export function ChildTags({ child, showId }: Props) {
  const { t } = useTranslation();
  return (
    <span className={styles.tags}>
      {child.allergies && (
        <Tag whole tone="bad" title={child.allergies}>
          {t('roster.allergic', { what: child.allergies })}
        </Tag>
      )}
      {showId && child.idState !== 'given' && (
        <Tag tone="warn" title={t(`roster.id_${child.idState}_what`)}>
          {t(`roster.id_${child.idState}`)}
        </Tag>
      )}
    </span>
  );
}
