import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { inputs } from '@/form/inputs';
import { DateField, SelectField, TextField } from '@/ui';
import form from '../Form.module.css';
import { type Details, educations, hireTypes } from './staffFile.api';

interface Props {
  typed: Details;
  onTyped: (typed: Details) => void;
  errors: Record<string, string>;
}

/** What the register of staff asks for besides name and post. */
export function DetailInputs({ typed, onTyped, errors }: Props) {
  const { t } = useTranslation();
  const { text, value } = inputs(typed, onTyped, errors);
  const options = (place: string, list: string[]) => list.map((each) => ({ value: each, label: t(`${place}${each}`) }));
  return (
    <>
      <div className={form.pair}>
        <TextField autoComplete="off" label={t('staff.number')} {...text('number')} />
        <DateField label={t('roster.birth_date')} today={today()} {...value('birthDate')} />
      </div>
      <div className={form.pair}>
        <SelectField
          label={t('staff.education')}
          placeholder={t('staff.not_recorded')}
          options={options('staff.education_', educations)}
          {...value('education')}
        />
        <TextField autoComplete="off" label={t('staff.major')} {...text('major')} />
      </div>
      <div className={form.pair}>
        <TextField autoComplete="off" label={t('staff.title')} {...text('title')} />
        <DateField
          label={t('staff.works_since')}
          hint={t('staff.works_since_hint')}
          today={today()}
          {...value('worksSince')}
        />
      </div>
      <div className={form.pair}>
        <SelectField
          label={t('staff.hire')}
          placeholder={t('staff.not_recorded')}
          options={options('staff.hire_', hireTypes)}
          {...value('hireType')}
        />
        <TextField autoComplete="off" label={t('staff.contract_number')} {...text('contractNumber')} />
      </div>
      <div className={form.pair}>
        <DateField label={t('staff.contract_from')} today={today()} {...value('contractFrom')} />
        <DateField label={t('staff.contract_until')} today={today()} {...value('contractUntil')} />
      </div>
    </>
  );
}
