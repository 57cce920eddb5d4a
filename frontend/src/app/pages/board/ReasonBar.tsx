import { useTranslation } from 'react-i18next';
import { Notice, TextField } from '@/ui';

/** A closed day can be corrected, with a reason that stays with the record. */
export function ReasonBar({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" icon="lock">
      <TextField label={t('dailylog.closed_note')} value={reason} onChange={(event) => onReason(event.target.value)} />
    </Notice>
  );
}
