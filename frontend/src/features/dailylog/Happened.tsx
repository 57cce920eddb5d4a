import { useTranslation } from 'react-i18next';
import { now, timeOfDay } from '@/api/clock';
import { Button, TextField } from '@/ui';
import { readTime } from './board';
import styles from './Sheet.module.css';

interface Props {
  time: string;
  onTime: (time: string) => void;
  error?: string;
}

/** When it happened: now by one tap, or the time that somebody remembers. */
export function Happened({ time, onTime, error }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      <TextField
        required
        inputMode="numeric"
        maxLength={5}
        label={t('dailylog.happened')}
        value={time}
        error={readTime(time) ? error : t('dailylog.time_bad')}
        onChange={(event) => onTime(event.target.value)}
      />
      <Button className={styles.level} icon="clock" onClick={() => onTime(timeOfDay(now()))}>
        {t('dailylog.now')}
      </Button>
    </div>
  );
}
