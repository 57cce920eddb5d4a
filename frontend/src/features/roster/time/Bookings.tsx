import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { useRight } from '@/api/me';
import { Button, Tag, toast } from '@/ui';
import child from '../child/child.module.css';
import { ReasonDialog } from '../child/ReasonDialog';
import { type Booking, cancelBooking } from './time.api';
import styles from './time.module.css';
import { useSlotWords } from './useSlotWords';

/** The days that were booked one by one; one that is not wanted is taken back with a reason. */
export function Bookings({ bookings }: { bookings: Booking[] }) {
  const { t } = useTranslation();
  const writes = useRight('roster.leave');
  const dayWords = useDayWords();
  const [taking, setTaking] = useState<Booking | null>(null);
  const coming = bookings.filter(({ day }) => day >= today());
  const past = bookings.filter(({ day }) => day < today()).reverse();
  if (bookings.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.head}>{t('time.bookings')}</h3>
      {coming.length === 0 && <p className={child.none}>{t('time.no_booking')}</p>}
      <List bookings={coming} onTake={writes ? setTaking : undefined} />
      {past.length > 0 && (
        <details className={styles.more}>
          <summary>{t('time.bookings_past', { count: past.length })}</summary>
          <List bookings={past} onTake={writes ? setTaking : undefined} />
        </details>
      )}
      {taking && (
        <ReasonDialog
          title={t('time.cancel_booking')}
          subtitle={t('time.cancel_what', { day: dayWords(taking.day) })}
          act={t('time.cancel_booking')}
          write={(reason) => cancelBooking(taking.id, reason)}
          onClose={() => setTaking(null)}
          onDone={() => {
            setTaking(null);
            toast(t('time.cancelled'), 'ok');
          }}
        />
      )}
    </div>
  );
}

function List({ bookings, onTake }: { bookings: Booking[]; onTake?: (booking: Booking) => void }) {
  const { t } = useTranslation();
  const slotWords = useSlotWords();
  const dayWords = useDayWords();
  return (
    <ul>
      {bookings.map((booking) => (
        <li key={booking.id} className={styles.line}>
          <span className={child.words}>
            <span className={child.first}>
              <strong>{dayWords(booking.day)}</strong>
              <span>{slotWords(booking.slot)}</span>
            </span>
            {booking.note && <span className={child.small}>{booking.note}</span>}
          </span>
          {booking.kind === 'holiday' && <Tag tone="primary">{t('time.kind_holiday')}</Tag>}
          {onTake && (
            <Button
              kind="text"
              size="small"
              icon="undo"
              aria-label={t('time.cancel_of', { day: dayWords(booking.day) })}
              onClick={() => onTake(booking)}
            >
              {t('time.cancel')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
