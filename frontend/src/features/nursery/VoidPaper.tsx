import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { TextField, toast } from '@/ui';
import { type Document, useWrite, voidPaper } from './nursery.api';

interface Props {
  document: Document;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a paper off the list that should not be on it; why is kept. */
export function VoidPaper({ document, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const saving = useWrite(
    () => voidPaper(document, reason),
    () => {
      toast(t('nursery.paper_voided'), 'ok');
      onDone();
    },
  );
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      danger
      title={t('nursery.paper_void')}
      subtitle={t('nursery.paper_void_what')}
      save={t('nursery.paper_void')}
      saving={saving}
      fields={['reason']}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t('nursery.reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
