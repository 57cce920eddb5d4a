import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, SelectField, TextField } from '@/ui';
import form from '../Form.module.css';
import { useWrite } from '../roster.api';
import { roles, type StaffRow } from './staff.api';
import { type GrantBody, grantRole } from './staffFile.api';

interface Props {
  row: StaffRow;
  onClose: () => void;
  onDone: () => void;
}

/** Gives a role for a time; outside of its days it gives no right. */
export function GrantDialog({ row, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ role: '', from: today(), until: '', reason: '' });
  const saving = useWrite(
    () => grantRole(row.id, { ...typed, role: typed.role as GrantBody['role'] }),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  const free = roles.filter((role) => !row.standing.includes(role));
  return (
    <FormDialog
      title={t('staff.grant_of', { name: row.name })}
      subtitle={t('staff.grant_what')}
      saving={saving}
      fields={['role', 'from', 'until', 'reason']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <SelectField
        required
        autoFocus
        label={t('staff.grant_role')}
        placeholder={t('roster.choose')}
        options={free.map((role) => ({
          value: role,
          label: t(role === 'director' ? 'staff.deputy' : `identity.role_${role}`),
        }))}
        hint={typed.role && t(`staff.may_${typed.role}`)}
        {...value('role')}
      />
      <div className={form.pair}>
        <DateField required label={t('roster.from')} today={today()} {...value('from')} />
        <DateField required label={t('staff.until')} today={today()} min={typed.from} {...value('until')} />
      </div>
      <TextField autoComplete="off" label={t('roster.reason')} {...text('reason')} />
    </FormDialog>
  );
}
