import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui';

interface Props {
  /** weekend, a holiday's name or the nursery's own reason; empty when the day is open. */
  closed: string;
  /** The reason is the nursery's own. */
  own: boolean;
  /** Why only half of the day is open. */
  half?: string;
}

/** Says why the day is not like others. */
export function DayNotice({ closed, own, half }: Props) {
  const { t } = useTranslation();
  if (!closed && !half) return null;
  const words = () => {
    if (!closed) return t('calendar.half_today', { why: half });
    if (own) return t('calendar.closed_today', { why: closed });
    return closed === 'weekend' ? t('today.closed_weekend') : t('today.closed_holiday', { name: closed });
  };
  return (
    <Notice tone="leave" icon="calendar">
      {words()}
    </Notice>
  );
}
