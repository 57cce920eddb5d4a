import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, SelectField } from '@/ui';
import styles from '../Form.module.css';
import { useClasses, useWrite } from '../roster.api';
import { assignStaff, type StaffClass, type StaffRow } from './staff.api';

interface Props {
  row: StaffRow;
  /** The assignment to be changed or ended; none for a new one. */
  present?: StaffClass;
  onClose: () => void;
  onDone: () => void;
}

/** Puts somebody into a class from a day on, or ends that. It opens the class's log to who signs in as a caregiver. */
export function AssignDialog({ row, present, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const [id] = useState(newId);
  const [typed, setTyped] = useState({
    classId: present?.id ?? '',
    duty: present?.duty ?? ('assist' as string),
    from: present?.from ?? today(),
    until: present ? present.until || today() : '',
  });
  const saving = useWrite(
    () => assignStaff(row.id, { ...typed, id, duty: typed.duty as StaffClass['duty'] }),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t(present ? 'staff.end_of' : 'staff.assign_of', { name: row.name, class: present?.name ?? '' })}
      subtitle={t(present ? 'staff.end_what' : 'staff.assign_what')}
      save={present && t('staff.end_save')}
      saving={saving}
      fields={present ? ['until'] : ['classId', 'duty', 'from', 'until']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      {!present && (
        <>
          <SelectField
            required
            autoFocus
            label={t('roster.class')}
            placeholder={t('roster.choose')}
            options={classes.map((each) => ({ value: each.id, label: each.name }))}
            {...value('classId')}
          />
          <Segmented
            labelled
            label={t('staff.duty')}
            choices={['lead', 'assist'].map((duty) => ({ value: duty, label: t(`staff.duty_${duty}`) }))}
            {...value('duty')}
          />
        </>
      )}
      <div className={styles.pair}>
        {!present && <DateField required label={t('roster.from')} today={today()} {...value('from')} />}
        <DateField
          required={Boolean(present)}
          label={t('staff.until')}
          hint={present ? undefined : t('staff.until_hint')}
          today={today()}
          min={typed.from}
          {...value('until')}
        />
      </div>
    </FormDialog>
  );
}
