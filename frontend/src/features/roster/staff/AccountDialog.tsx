import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { type Role, roles, type StaffRow, setAccount } from './staff.api';
import styles from './staff.module.css';

interface Props {
  row: StaffRow;
  onClose: () => void;
  onDone: () => void;
}

const usual: Partial<Record<StaffRow['position'], Role>> = {
  director: 'director',
  caregiver: 'caregiver',
  health: 'health',
  cook: 'kitchen',
  guard: 'gate',
};

/** A login: name, first password, and what the person may do. */
export function AccountDialog({ row, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ userName: row.userName, password: '' });
  const [chosen, setChosen] = useState<string[]>(() => {
    const first = usual[row.position];
    return row.hasAccount || !first ? row.standing : [first];
  });
  const saving = useWrite(
    () => setAccount(row.id, { ...typed, roles: roles.filter((role) => chosen.includes(role)) }),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { text } = inputs(typed, setTyped, errors);
  const toggle = (role: Role) =>
    setChosen(chosen.includes(role) ? chosen.filter((each) => each !== role) : [...chosen, role]);
  return (
    <FormDialog
      wide
      title={t('staff.account_of', { name: row.name })}
      saving={saving}
      fields={['userName', 'password', 'roles']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        label={t('identity.user_name')}
        {...text('userName')}
      />
      <TextField
        required={!row.hasAccount}
        autoComplete="new-password"
        spellCheck={false}
        label={t(row.hasAccount ? 'staff.new_password' : 'staff.first_password')}
        hint={t(row.hasAccount ? 'staff.new_password_hint' : 'staff.first_password_hint')}
        {...text('password')}
      />
      <fieldset className={styles.roles}>
        <legend>{t('staff.roles')}</legend>
        {roles.map((role) => (
          <label key={role} className={styles.role}>
            <input type="checkbox" checked={chosen.includes(role)} onChange={() => toggle(role)} />
            <strong>{t(`identity.role_${role}`)}</strong>
            <small>{t(`staff.may_${role}`)}</small>
          </label>
        ))}
        {errors.roles && (
          <p className={styles.error} role="alert">
            {errors.roles}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
}
