import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Field, SelectField, TextArea, TextField } from '@/ui';
import { BasicInputs, basicFields, type TypedChild } from '../children/BasicInputs';
import type { Sex } from '../children/children.api';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { type ChildFile, changeChild } from './child.api';

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

const insurances = ['resident', 'commercial', 'accident', 'other'];

interface More {
  birthOrder: string;
  certificate: string;
  residence: string;
  insuranceKind: string;
  insuranceNumber: string;
  insuranceUntil: string;
  reason: string;
}

const moreOf = (child: ChildFile): More => ({
  birthOrder: child.birthOrder ? String(child.birthOrder) : '',
  certificate: '',
  residence: child.residence,
  insuranceKind: child.insurance.kind,
  insuranceNumber: '',
  insuranceUntil: child.insurance.until,
  reason: '',
});

/** Changes who a child is; a number left empty stays as it is, what is corrected asks why. */
export function ChangeChild({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  // As it was when the dialog opened: a change by others meanwhile must show.
  const [revision] = useState(child.revision);
  const [typed, setTyped] = useState<TypedChild>({ ...child, allergies: '', idNumber: '' });
  const [more, setMore] = useState(() => moreOf(child));
  const { name, nickname, birthDate, expectedDate, sex, household, address, note } = typed;
  const number = (text: string) => text.trim() || null;
  const saving = useWrite(
    () =>
      changeChild(child.id, {
        ...{ name, nickname, birthDate, expectedDate, household, address, note, revision },
        ...{ residence: more.residence, insuranceUntil: more.insuranceUntil, reason: more.reason },
        sex: sex as Sex,
        idNumber: number(typed.idNumber),
        birthOrder: Number(more.birthOrder) || 0,
        certificate: number(more.certificate),
        insuranceKind: more.insuranceKind,
        insuranceNumber: number(more.insuranceNumber),
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
      fields={[...basicFields, ...Object.keys(more), 'household', 'address', 'note']}
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
      <MoreInputs child={child} more={more} onMore={setMore} errors={errors} />
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
      <TextField
        autoComplete="off"
        label={t('roster.correction_why')}
        hint={t('roster.correction_hint')}
        {...inputs(more, setMore, errors).text('reason')}
      />
    </FormDialog>
  );
}

interface MoreProps {
  child: ChildFile;
  more: More;
  onMore: (more: More) => void;
  errors: Record<string, string>;
}

/** What registration and returns ask beyond the name. */
function MoreInputs({ child, more, onMore, errors }: MoreProps) {
  const { t } = useTranslation();
  const { text, value } = inputs(more, onMore, errors);
  const keeps = (masked: string) => (masked ? t('roster.id_keep', { masked }) : undefined);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          autoComplete="off"
          spellCheck={false}
          label={t('roster.certificate')}
          hint={keeps(child.certificateMasked) ?? t('roster.certificate_hint')}
          {...text('certificate')}
        />
        <TextField
          autoComplete="off"
          inputMode="numeric"
          label={t('roster.birth_order')}
          hint={t('roster.birth_order_hint')}
          {...text('birthOrder')}
        />
      </div>
      <div className={styles.pair}>
        <SelectField
          label={t('roster.insurance')}
          placeholder={t('roster.not_recorded')}
          options={insurances.map((kind) => ({ value: kind, label: t(`roster.insurance_${kind}`) }))}
          {...value('insuranceKind')}
        />
        <TextField
          autoComplete="off"
          spellCheck={false}
          label={t('roster.insurance_number')}
          hint={keeps(child.insurance.numberMasked)}
          {...text('insuranceNumber')}
        />
      </div>
      <div className={styles.pair}>
        <DateField label={t('roster.insurance_until')} today={today()} {...value('insuranceUntil')} />
        <TextField autoComplete="off" label={t('roster.residence')} {...text('residence')} />
      </div>
    </>
  );
}
