import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { Tag } from '@/ui';
import { holds, placedOn } from './slots';
import { useChildTime } from './time.api';

/** What of a child's time must be minded at the head of its page. */
export function TimeTags({ childId }: { childId: string }) {
  const { t } = useTranslation();
  const time = useChildTime(childId).data;
  if (!time) return null;
  const hold = time.holds.find((each) => holds(each, today()));
  const leave = time.leaves.find(
    ({ state, from, until, returnedOn }) => state === 'live' && !returnedOn && from <= today() && today() <= until,
  );
  const trial = placedOn(time.placements, today())?.trialUntil ?? '';
  return (
    <>
      {hold && (
        <Tag tone="bad">
          {hold.until < today() ? t('time.hold_waits') : t('dailylog.hold_until', { day: hold.until.slice(5) })}
        </Tag>
      )}
      {leave && <Tag tone="leave">{t('time.away_until', { day: leave.until.slice(5) })}</Tag>}
      {trial >= today() && <Tag tone="primary">{t('time.trial_until', { day: trial.slice(5) })}</Tag>}
      {time.examMissed && <Tag tone="warn">{t('time.exam_tag')}</Tag>}
    </>
  );
}
