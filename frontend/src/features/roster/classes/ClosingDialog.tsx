import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { type ClassFile, closeClass, reopenClass } from './classes.api';

interface Props {
  row: ClassFile;
  onClose: () => void;
  onDone: () => void;
}

/** Closes a class from a day on, or opens it again. */
export function ClosingDialog({ row, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const opens = row.closedFrom !== '' && row.opensOn === '';
  const [typed, setTyped] = useState({ from: today(), reason: '' });
  const saving = useWrite(
    () => (opens ? reopenClass(row.id, typed.from) : closeClass(row.id, typed.from, typed.reason)),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      danger={!opens}
      title={t(opens ? 'classes.reopen_of' : 'classes.close_of', { name: row.name })}
      subtitle={t(opens ? 'classes.reopen_what' : 'classes.close_what')}
      save={t(opens ? 'classes.reopen' : 'classes.close')}
      saving={saving}
      fields={opens ? ['on'] : ['from', 'reason']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField
        required
        label={t(opens ? 'classes.first_open' : 'classes.first_closed')}
        today={today()}
        {...value('from', opens ? 'on' : 'from')}
      />
      {!opens && <TextField required autoComplete="off" label={t('roster.reason')} {...text('reason')} />}
    </FormDialog>
  );
}
