import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, TextField } from '@/ui';
import styles from '../Form.module.css';
import { useIdCheck } from './children.api';

export interface TypedChild {
  name: string;
  nickname: string;
  idNumber: string;
  birthDate: string;
  expectedDate: string;
  sex: string;
  allergies: string;
  household: string;
  address: string;
  note: string;
}

export const basicFields = ['name', 'nickname', 'idNumber', 'birthDate', 'expectedDate', 'sex', 'allergies'];

interface Props {
  /** Empty for a new child. */
  id: string;
  typed: TypedChild;
  onTyped: (typed: TypedChild) => void;
  errors: Record<string, string>;
  /** What is said at the ID number while nothing is wrong. */
  idHint: string;
}

/** Who a child is. A whole ID number brings birth date and sex along. */
export function BasicInputs({ id, typed, onTyped, errors, idHint }: Props) {
  const { t } = useTranslation();
  const { text, value } = inputs(typed, onTyped, errors);
  const told = useIdCheck({ ...typed, id }, ({ birthDate, sex }) =>
    onTyped({ ...typed, birthDate: typed.birthDate || birthDate, sex: typed.sex || sex }),
  );
  return (
    <>
      <div className={styles.pair}>
        <TextField required autoFocus autoComplete="off" label={t('roster.name')} {...text('name')} />
        <TextField autoComplete="off" label={t('roster.nickname')} {...text('nickname')} />
      </div>
      <div className={styles.pair}>
        <TextField
          autoComplete="off"
          spellCheck={false}
          label={t('roster.id_number')}
          hint={idHint}
          {...text('idNumber')}
          error={told ?? errors.idNumber}
        />
        <DateField required label={t('roster.birth_date')} today={today()} max={today()} {...value('birthDate')} />
      </div>
      {(typed.birthDate === '' || typed.expectedDate !== '') && (
        <DateField
          label={t('roster.expected_date')}
          hint={t('roster.expected_hint')}
          today={today()}
          {...value('expectedDate')}
        />
      )}
      <div className={styles.pair}>
        <Segmented
          labelled
          label={t('roster.sex')}
          {...value('sex')}
          choices={['female', 'male', ''].map((sex) => ({ value: sex, label: t(`roster.sex_${sex || 'unknown'}`) }))}
        />
        {id === '' && (
          <TextField
            autoComplete="off"
            label={t('roster.allergies')}
            hint={t('roster.allergies_hint')}
            {...text('allergies')}
          />
        )}
      </div>
    </>
  );
}
