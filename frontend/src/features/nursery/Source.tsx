import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui';
import type { Basis } from './nursery.api';
import styles from './ProfileForm.module.css';

/** Where a rule comes from and how well that is proven. */
export function Source({ basis }: { basis: Basis }) {
  const { t } = useTranslation();
  return (
    <p className={styles.source}>
      {t('nursery.source', { source: basis.source })}
      <Tag tone={/^[AB]/.test(basis.grade) || basis.grade === 'own' ? 'plain' : 'warn'}>
        {t('nursery.grade', { grade: basis.grade })}
      </Tag>
    </p>
  );
}
