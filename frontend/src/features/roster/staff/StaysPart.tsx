import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, TextField, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { Part } from './Part';
import type { StaffRow } from './staff.api';
import styles from './staff.module.css';
import { leaveStaff, rehireStaff, type StaffFile } from './staffFile.api';

/** When somebody worked here: leaving, and coming back after it. */
export function StaysPart({ row, file }: { row: StaffRow; file: StaffFile }) {
  const { t } = useTranslation();
  const writes = useRight('staff.write');
  const [doing, setDoing] = useState(false);
  const left = row.leftOn !== '' && row.leftOn < today();
  const run = () => setDoing(true);
  return (
    <Part
      title={t('staff.stays')}
      action={
        writes &&
        (left ? { icon: 'plus', label: t('staff.rehire'), run } : { icon: 'edit', label: t('staff.leave'), run })
      }
    >
      {file.stays.map(({ from, until, reason }) => (
        <p key={from + until}>
          {until
            ? t('roster.from_until', { from, until })
            : from
              ? t('roster.from_on', { from })
              : t('staff.since_unknown')}
          {reason && <span className={styles.quiet}> {t('roster.because', { reason })}</span>}
        </p>
      ))}
      {doing && <StayDialog row={row} back={left} onClose={() => setDoing(false)} />}
    </Part>
  );
}

function StayDialog({ row, back, onClose }: { row: StaffRow; back: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ day: today(), reason: '' });
  const saving = useWrite(
    () => (back ? rehireStaff(row.id, typed.day) : leaveStaff(row.id, typed.day, typed.reason)),
    () => {
      onClose();
      toast(t('roster.changed'), 'ok');
    },
  );
  const errors = useFieldSentences(saving.error);
  const field = back ? 'from' : 'lastDay';
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      danger={!back}
      title={t(back ? 'staff.rehire_of' : 'staff.leave_of', { name: row.name })}
      subtitle={t(back ? 'staff.rehire_what' : 'staff.leave_what')}
      save={t(back ? 'staff.rehire' : 'staff.leave')}
      saving={saving}
      fields={[field, 'reason']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField
        required
        label={t(back ? 'staff.joined_on' : 'staff.last_day')}
        today={today()}
        {...value('day', field)}
      />
      {!back && <TextField required autoComplete="off" label={t('roster.reason')} {...text('reason')} />}
    </FormDialog>
  );
}
