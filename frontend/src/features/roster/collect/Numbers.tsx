import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';
import styles from './collect.module.css';

interface Props {
  name: string;
  masked: string[];
  /** None for who may not open numbers. */
  onOpen?: (which: number) => void;
}

/** The numbers of one person, each opened by itself. */
export function Numbers({ name, masked, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <span className={styles.numbers}>
      {masked.map((number, which) => (
        // Two numbers may look alike when masked; their order is theirs.
        <span key={which} className={styles.number}>
          {number}
          {onOpen && (
            <Button
              className={styles.inline}
              kind="text"
              size="small"
              icon="eye"
              aria-label={
                which === 0 ? t('roster.phone_look', { name }) : t('collect.phone_look', { name, which: which + 1 })
              }
              onClick={() => onOpen(which)}
            >
              {t('roster.phone_show')}
            </Button>
          )}
        </span>
      ))}
    </span>
  );
}
