import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui';
import styles from './requirement.module.css';

/** Where a row comes from and how well that is proven. */
export function Grade({ source, grade }: { source: string; grade: string }) {
  const { t } = useTranslation();
  const proven = /^[AB]/.test(grade) || grade === 'own';
  return (
    <span className={styles.source}>
      {source}
      <Tag tone={proven ? 'plain' : 'warn'}>{t('rules.grade', { grade })}</Tag>
    </span>
  );
}
