import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Tag, toast } from '@/ui';
import child from '../child/child.module.css';
import { useClasses } from '../roster.api';
import { Ahead } from './Ahead';
import { BookingDialog } from './BookingDialog';
import { Bookings } from './Bookings';
import { ExamNotice } from './ExamNotice';
import { placedFrom } from './slots';
import { type ChildTime, useChildTime, type Who } from './time.api';
import styles from './time.module.css';
import { WeekDialog } from './WeekDialog';
import { Weeks } from './Weeks';

/** When a child comes: its mode of care, its week, booked days, and the next two weeks day by day. */
export function TimeCard({ child: who }: { child: Who }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const found = useChildTime(who.id);
  const agrees = useRight('roster.write');
  const books = useRight('roster.leave');
  const [doing, setDoing] = useState<'week' | 'book' | null>(null);
  const placed = found.data && placedFrom(found.data.placements, today());
  const done = (key: string) => () => {
    setDoing(null);
    toast(t(key), 'ok');
  };
  return (
    <Card
      title={t('time.title')}
      actions={
        <>
          {placed && books && (
            <Button size="small" icon="plus" onClick={() => setDoing('book')}>
              {t('time.book')}
            </Button>
          )}
          {placed && agrees && placed.mode !== 'dropin' && (
            <Button size="small" icon="edit" onClick={() => setDoing('week')}>
              {t('time.agree')}
            </Button>
          )}
        </>
      }
    >
      {found.isPending && <Loading label={t('app.loading')} />}
      {found.isError && (
        <Notice
          tone="bad"
          alert
          action={
            <Button size="small" onClick={() => void found.refetch()}>
              {t('app.retry')}
            </Button>
          }
        >
          {sentence(found.error)}
        </Notice>
      )}
      {found.data?.examMissed && <ExamNotice child={who} />}
      {found.data && !placed && <p className={child.none}>{t('time.not_placed')}</p>}
      {found.data && placed && <Placed time={found.data} />}
      {doing === 'week' && found.data && (
        <WeekDialog child={who} time={found.data} onClose={() => setDoing(null)} onDone={done('time.agreed')} />
      )}
      {doing === 'book' && found.data && (
        <BookingDialog child={who} time={found.data} onClose={() => setDoing(null)} onDone={done('time.booked_done')} />
      )}
    </Card>
  );
}

function Placed({ time }: { time: ChildTime }) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const placed = placedFrom(time.placements, today());
  if (!placed) return null;
  const next = time.placements.find(({ from }) => from > today() && from > placed.from);
  const className = (id: string) => classes.find((each) => each.id === id)?.name ?? '';
  return (
    <div className={styles.parts}>
      <p className={styles.mode}>
        <strong>{t(`roster.mode_${placed.mode}`)}</strong>
        <span>{className(placed.classId)}</span>
        {placed.from > today() && <Tag tone="leave">{t('roster.comes_on', { day: placed.from })}</Tag>}
        {placed.trialUntil >= today() && <Tag tone="primary">{t('time.trial_until', { day: placed.trialUntil })}</Tag>}
        {next && (
          <span className={child.small}>
            {t('time.next', { from: next.from, mode: t(`roster.mode_${next.mode}`), class: className(next.classId) })}
          </span>
        )}
      </p>
      <Weeks time={time} />
      <Bookings bookings={time.bookings} />
      {time.ahead.length > 0 && <Ahead days={time.ahead} />}
    </div>
  );
}
