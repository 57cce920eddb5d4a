import { useTranslation } from 'react-i18next';
import { Card } from '@/ui';
import { EaterLine } from './EaterLine';
import type { Room } from './eaters.api';
import styles from './eaters.module.css';

/** The list on the screen, a card for each class. */
export function Rooms({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.rooms}>
      {rooms.map(({ id, name, placed, unasked, eaters }) => (
        <Card key={id} title={name} note={t('eaters.count', { count: eaters.length, placed })}>
          {eaters.length === 0 && <p className={styles.quiet}>{t('eaters.none')}</p>}
          <ul className={styles.list}>
            {eaters.map((eater) => (
              <EaterLine key={eater.id} eater={eater} pictured />
            ))}
          </ul>
          {unasked > 0 && <p className={styles.unasked}>{t('eaters.unasked', { count: unasked })}</p>}
        </Card>
      ))}
    </div>
  );
}
