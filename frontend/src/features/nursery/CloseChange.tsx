import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, TextField, toast } from '@/ui';
import { type Change, fileChange, useWrite, withdrawChange } from './nursery.api';

interface Props {
  change: Change;
  how: 'file' | 'withdraw';
  onClose: () => void;
}

/** Closes an item by its filing, or as a slip of the pen. */
export function CloseChange({ change, how, onClose }: Props) {
  const { t } = useTranslation();
  const [filedOn, setFiledOn] = useState(today());
  const [words, setWords] = useState('');
  const saving = useWrite(
    () => (how === 'file' ? fileChange(change, filedOn, words) : withdrawChange(change, words)),
    () => {
      toast(t('nursery.change_closed'), 'ok');
      onClose();
    },
  );
  const errors = useFieldSentences(saving.error);
  const field = how === 'file' ? 'number' : 'reason';
  return (
    <FormDialog
      title={t(how === 'file' ? 'nursery.change_file' : 'nursery.change_withdraw')}
      subtitle={t(how === 'file' ? 'nursery.change_file_what' : 'nursery.change_withdraw_what')}
      saving={saving}
      fields={['filedOn', field]}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      {how === 'file' && (
        <DateField
          required
          label={t('nursery.filedOn')}
          value={filedOn}
          today={today()}
          min={change.happenedOn}
          max={today()}
          error={errors.filedOn}
          onChange={setFiledOn}
        />
      )}
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t(how === 'file' ? 'nursery.receipt' : 'nursery.reason')}
        value={words}
        error={errors[field]}
        onChange={(event) => setWords(event.target.value)}
      />
    </FormDialog>
  );
}
