import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, TextField } from '@/ui';
import { followShipped, type Requirement, switchOff, useWrite } from './requirement.api';
import styles from './requirement.module.css';
import { useWords } from './useWords';

interface Props {
  what: 'off' | 'shipped';
  row: Requirement;
  onClose: () => void;
  onDone: () => void;
}

/** Switches a requirement off, or back to what is shipped, from a day on and with a reason. */
export function EndDialog({ what, row, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [typed, setTyped] = useState({ from: today(), reason: '' });
  const saving = useWrite(() => (what === 'off' ? switchOff : followShipped)(row.key, typed), onDone);
  const errors = useFieldSentences(saving.error);
  const save = t(what === 'off' ? 'requirement.switch_off' : 'requirement.follow_shipped');
  return (
    <FormDialog
      title={save}
      subtitle={words.title(row)}
      save={save}
      saving={saving}
      fields={['from', 'reason']}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <div className={styles.stack}>
        <DateField
          required
          label={t('requirement.from')}
          hint={t('requirement.from_hint')}
          value={typed.from}
          error={errors.from}
          today={today()}
          min={today()}
          onChange={(from) => setTyped({ ...typed, from })}
        />
        <TextField
          required
          autoFocus
          autoComplete="off"
          label={t('requirement.reason')}
          value={typed.reason}
          error={errors.reason}
          onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
        />
      </div>
    </FormDialog>
  );
}
