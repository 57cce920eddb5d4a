import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, SelectField, TextField } from '@/ui';
import { relationOptions, type TypedGuardian } from '../children/GuardianInputs';
import { OtherPhones } from '../collect/OtherPhones';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { addGuardian, type ChildFile, changeGuardian, type Guardian } from './child.api';

interface Props {
  child: ChildFile;
  /** None for a new one. */
  guardian?: Guardian;
  onClose: () => void;
  onDone: () => void;
}

/** Adds or changes a guardian; a phone left empty stays as it is. */
export function GuardianDialog({ child, guardian, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<TypedGuardian & { otherPhones: string[]; from: string; until: string }>(() => ({
    id: guardian?.id ?? newId(),
    name: guardian?.name ?? '',
    relation: guardian?.relation ?? '',
    phone: '',
    otherPhones: guardian?.othersMasked ?? [],
    from: guardian?.from ?? '',
    until: guardian?.until ?? '',
  }));
  const saving = useWrite(
    () => (guardian ? changeGuardian(child.id, typed) : addGuardian(child.id, typed)).then(() => undefined),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t(guardian ? 'roster.guardian_change' : 'roster.guardian_add')}
      subtitle={
        guardian &&
        (guardian.siblings.length > 0
          ? t('collect.shared_with', { names: guardian.siblings.map(({ name }) => name).join('、') })
          : undefined)
      }
      saving={saving}
      fields={[
        ...['guardian.name', 'guardian.phone', 'relation', 'guardian.from', 'guardian.until', 'guardian.otherPhones'],
        ...typed.otherPhones.map((_, at) => `guardian.otherPhones.${at}`),
      ]}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <div className={styles.pair}>
        <TextField
          required
          autoFocus
          autoComplete="off"
          label={t('roster.guardian_name')}
          {...text('name', 'guardian.name')}
        />
        <SelectField
          label={t('roster.relation')}
          placeholder={t('roster.choose')}
          options={relationOptions(typed.relation)}
          {...value('relation')}
        />
      </div>
      <TextField
        type="tel"
        inputMode="tel"
        autoComplete="off"
        label={t('roster.phone')}
        hint={guardian?.phoneMasked ? t('roster.phone_keep', { masked: guardian.phoneMasked }) : undefined}
        {...text('phone', 'guardian.phone')}
      />
      <OtherPhones
        phones={typed.otherPhones}
        errorAt={(at) => errors[`guardian.otherPhones.${at}`]}
        error={errors['guardian.otherPhones']}
        onChange={(otherPhones) => setTyped({ ...typed, otherPhones })}
      />
      <div className={styles.pair}>
        <DateField label={t('collect.guardian_from')} today={today()} {...value('from', 'guardian.from')} />
        <DateField label={t('collect.guardian_until')} today={today()} {...value('until', 'guardian.until')} />
      </div>
    </FormDialog>
  );
}
