import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { type ChildFile, endPlacement } from './child.api';

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

/** A child leaves the nursery after a last day; its records stay. */
export function LeavingDialog({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ lastDay: today(), reason: '' });
  const saving = useWrite(() => endPlacement(child.id, typed.lastDay, typed.reason), onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      danger
      title={t('roster.leaving_of', { name: child.nickname || child.name })}
      subtitle={t('roster.leaving_what')}
      save={t('roster.leaving_save')}
      saving={saving}
      fields={['lastDay', 'reason']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField required label={t('roster.last_day')} today={today()} {...value('lastDay')} />
      <TextField required autoFocus autoComplete="off" label={t('roster.reason')} {...text('reason')} />
    </FormDialog>
  );
}
