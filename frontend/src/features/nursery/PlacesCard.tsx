import { useTranslation } from 'react-i18next';
import { Card } from '@/ui';
import { type Places, usePlaces } from './nursery.api';
import styles from './ProfileForm.module.css';

const shown = ['registered', 'inclusive', 'usable', 'placed', 'free'] as const;

/** The places, each kind apart; free ones are reckoned from the placements of today. */
export function PlacesCard() {
  const { t } = useTranslation();
  const places = usePlaces();
  if (!places.data) return null;
  return (
    <Card title={t('nursery.places')} note={t('nursery.places_note')} className={styles.card}>
      <dl className={styles.places}>
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(`nursery.places_${key}`)}</dt>
            <Count value={places.data[key as keyof Places] as number | null} free={key === 'free'} />
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Count({ value, free }: { value: number | null; free: boolean }) {
  const { t } = useTranslation();
  if (value === null)
    return <dd className={styles.none}>{t(free ? 'nursery.free_unknown' : 'nursery.not_recorded')}</dd>;
  if (free && value < 0) return <dd className={styles.bad}>{t('nursery.free_over', { count: -value })}</dd>;
  return <dd>{value}</dd>;
}
