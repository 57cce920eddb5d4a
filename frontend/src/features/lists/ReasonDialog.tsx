import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice, TextField } from '@/ui';

interface Props {
  title: string;
  subtitle: string;
  action: string;
  /** A reason is asked for; else it may be given. */
  required?: boolean;
  danger?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onReason: (reason: string) => Promise<unknown>;
}

/** An act that is kept with its reason: taking something out, bringing it in, undoing it. */
export function ReasonDialog({ title, subtitle, action, required, danger, children, onClose, onReason }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const acting = useMutation({ mutationFn: () => onReason(reason) });
  const errors = useFieldSentences(acting.error);
  return (
    <Dialog
      title={title}
      subtitle={subtitle}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => acting.mutate()}
      footer={
        <Button kind={danger ? 'danger' : 'primary'} type="submit" busy={acting.isPending}>
          {action}
        </Button>
      }
    >
      {errors[''] && (
        <Notice tone="bad" alert>
          {errors['']}
        </Notice>
      )}
      {children}
      <TextField
        required={required}
        autoFocus
        label={t('lists.reason')}
        hint={t('lists.reason_hint')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
