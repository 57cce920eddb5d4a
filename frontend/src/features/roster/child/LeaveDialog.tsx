import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { DateField, Segmented, TextField } from '@/ui';
import styles from '../Form.module.css';
import { FormDialog } from '../FormDialog';
import { inputs } from '../inputs';
import { useWrite } from '../roster.api';
import { type ChildFile, type Leave, takeLeave } from './child.api';

export const leaveKinds: Leave['kind'][] = ['illness', 'personal', 'other'];

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

/** Keeps that a child will be away, both days included. */
export function LeaveDialog({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({ kind: 'illness', from: today(), until: today(), toldBy: '', note: '' });
  const saving = useWrite(() => takeLeave(child.id, { ...typed, id, kind: typed.kind as Leave['kind'] }), onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t('roster.leave_of', { name: child.nickname || child.name })}
      subtitle={t('roster.leave_what')}
      saving={saving}
      fields={['kind', 'from', 'until', 'toldBy', 'note']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <Segmented
        labelled
        label={t('roster.leave_kind')}
        choices={leaveKinds.map((kind) => ({ value: kind, label: t(`roster.leave_${kind}`) }))}
        {...value('kind')}
      />
      <div className={styles.pair}>
        <DateField
          required
          label={t('roster.first_day')}
          today={today()}
          {...value('from')}
          onChange={(from) => setTyped({ ...typed, from, until: [from, typed.until].sort()[1] ?? from })}
        />
        <DateField required label={t('roster.last_day_away')} today={today()} min={typed.from} {...value('until')} />
      </div>
      <TextField autoComplete="off" label={t('roster.told_by')} {...text('toldBy')} />
      <TextField autoComplete="off" label={t('roster.note')} {...text('note')} />
    </FormDialog>
  );
}
