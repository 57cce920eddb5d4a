import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { TextField } from '@/ui';
import { useWrite } from '../roster.api';

interface Props {
  title: string;
  subtitle?: ReactNode;
  /** What the button says. */
  act: string;
  write: (reason: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}

/** Asks why before something is taken back. */
export function ReasonDialog({ title, subtitle, act, write, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const saving = useWrite(write, onDone);
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      danger
      title={title}
      subtitle={subtitle}
      save={act}
      saving={saving}
      fields={['reason']}
      onClose={onClose}
      onSave={() => saving.mutate(reason)}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t('roster.reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
