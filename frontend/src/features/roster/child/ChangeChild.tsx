import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Field, TextArea, TextField } from '@/ui';
import { BasicInputs, basicFields, type TypedChild } from '../children/BasicInputs';
import type { Sex } from '../children/children.api';
import styles from '../Form.module.css';
import { FormDialog } from '../FormDialog';
import { inputs } from '../inputs';
import { useWrite } from '../roster.api';
import { type ChildFile, changeChild } from './child.api';

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

/** Changes who a child is; an ID number left empty stays as it is. */
export function ChangeChild({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  // As it was when the dialog opened: a change by others meanwhile must show.
  const [revision] = useState(child.revision);
  const [typed, setTyped] = useState<TypedChild>({ ...child, allergies: '', idNumber: '' });
  const { name, nickname, birthDate, sex, household, address, note, idNumber } = typed;
  const saving = useWrite(
    () =>
      changeChild(child.id, {
        ...{ name, nickname, birthDate, household, address, note, revision },
        sex: sex as Sex,
        idNumber: idNumber.trim() || null,
      }),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  const { text } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      wide
      title={t('roster.change_of', { name: child.nickname || child.name })}
      saving={saving}
      fields={[...basicFields, 'household', 'address', 'note']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <BasicInputs
        id={child.id}
        typed={typed}
        onTyped={setTyped}
        errors={errors}
        idHint={
          child.idState === 'given' ? t('roster.id_keep', { masked: child.idMasked }) : t('roster.id_number_hint')
        }
      />
      <div className={styles.pair}>
        <TextField autoComplete="off" label={t('roster.household')} {...text('household')} />
        <TextField autoComplete="off" label={t('roster.address')} {...text('address')} />
      </div>
      <Field label={t('roster.note')} hint={t('roster.note_hint')} error={errors.note}>
        {(parts) => (
          <TextArea
            {...parts}
            rows={2}
            value={note}
            onChange={(event) => setTyped({ ...typed, note: event.target.value })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
