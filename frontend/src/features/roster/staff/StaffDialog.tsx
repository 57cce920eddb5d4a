import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, SelectField, TextField } from '@/ui';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { DetailInputs } from './DetailInputs';
import { addStaff, changeStaff, positions, type StaffRow } from './staff.api';
import { noDetails, type StaffFile } from './staffFile.api';

interface Props {
  /** None for a new one. */
  row?: StaffRow;
  file?: StaffFile;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** Adds or changes a member of staff; phone and ID number left empty stay as they are. */
export function StaffDialog({ row, file, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(() => row?.id ?? newId());
  const [revision] = useState(row?.revision);
  const [typed, setTyped] = useState({
    name: row?.name ?? '',
    sex: row?.sex ?? ('' as string),
    position: row?.position ?? ('caregiver' as string),
    phone: '',
    idNumber: '',
    joinedOn: row ? row.joinedOn : today(),
    leftOn: row?.leftOn ?? '',
  });
  const [details, setDetails] = useState(file?.details ?? noDetails);
  const saving = useWrite(async () => {
    const phone = typed.phone.trim() || (row ? null : '');
    const idNumber = typed.idNumber.trim() || (row ? null : '');
    const sex = typed.sex as StaffRow['sex'];
    const body = { ...typed, id, revision, phone, idNumber, sex, details };
    await (row ? changeStaff(id, body) : addStaff(body));
    return id;
  }, onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      wide
      title={row ? t('roster.change_of', { name: row.name }) : t('staff.add')}
      saving={saving}
      fields={['name', 'sex', 'position', 'phone', 'joinedOn', 'leftOn', 'idNumber', ...Object.keys(noDetails)]}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <div className={styles.pair}>
        <TextField required autoFocus autoComplete="off" label={t('staff.name')} {...text('name')} />
        <SelectField
          required
          label={t('staff.position')}
          options={positions.map((each) => ({ value: each, label: t(`staff.position_${each}`) }))}
          {...value('position')}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={t('staff.phone')}
          hint={row?.phoneMasked ? t('roster.phone_keep', { masked: row.phoneMasked }) : undefined}
          {...text('phone')}
        />
        <Segmented
          labelled
          label={t('roster.sex')}
          choices={['female', 'male', ''].map((sex) => ({ value: sex, label: t(`roster.sex_${sex || 'unknown'}`) }))}
          {...value('sex')}
        />
      </div>
      <div className={styles.pair}>
        <DateField label={t('staff.joined_on')} today={today()} {...value('joinedOn')} />
        {row && (
          <DateField label={t('staff.last_day')} hint={t('staff.last_day_hint')} today={today()} {...value('leftOn')} />
        )}
      </div>
      <TextField
        autoComplete="off"
        spellCheck={false}
        label={t('roster.id_number')}
        hint={file?.idMasked ? t('staff.id_keep', { masked: file.idMasked }) : t('staff.id_hint')}
        {...text('idNumber')}
      />
      <DetailInputs typed={details} onTyped={setDetails} errors={errors} />
    </FormDialog>
  );
}
