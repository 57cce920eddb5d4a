import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice, TextField } from '@/ui';
import { voidEntry } from './dailylog.api';

interface Props {
  entryId: string;
  onClose: () => void;
  onVoided: () => void;
}

/** Takes one entry back: it stays in the history with the reason. */
export function VoidDialog({ entryId, onClose, onVoided }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const voiding = useMutation({ mutationFn: () => voidEntry(entryId, reason), onSuccess: onVoided });
  const errors = useFieldSentences(voiding.error);
  return (
    <Dialog
      title={t('dailylog.void')}
      subtitle={t('dailylog.void_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => voiding.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="danger" type="submit" busy={voiding.isPending}>
            {t('dailylog.void_go')}
          </Button>
        </>
      }
    >
      {errors[''] && (
        <Notice tone="bad" alert>
          {errors['']}
        </Notice>
      )}
      <TextField
        required
        autoFocus
        label={t('dailylog.void_reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
