import { useTranslation } from 'react-i18next';
import { Button, Notice, Sheet } from '@/ui';
import type { Named } from './draft';
import styles from './Filing.module.css';
import type { Figure } from './filing.api';

interface Props {
  figure: Figure;
  day: string;
  known: Named[];
  /** People whom the asking person may not know. */
  hidden: number;
  onChild: (id: string) => void;
  onClose: () => void;
}

/** The names behind one number. */
export function People({ figure, day, known, hidden, onChild, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      title={`${figure.label} ${figure.value}`}
      subtitle={t('filing.reckoned', { day })}
      closeLabel={t('app.close')}
      reading
      onClose={onClose}
    >
      {hidden > 0 && <Notice>{t('filing.hidden', { count: hidden })}</Notice>}
      <ul className={styles.people}>
        {known.map((person) => (
          <li key={person.id}>
            {person.kind === 'child' ? (
              <Button kind="text" onClick={() => onChild(person.id)}>
                {person.name}
              </Button>
            ) : (
              <span>{person.name}</span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
