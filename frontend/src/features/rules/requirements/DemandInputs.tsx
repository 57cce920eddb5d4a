import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '@/ui';
import type { Demand } from './requirement.api';
import styles from './requirement.module.css';
import { inputsOf, type Typed } from './typed';

interface Props {
  typed: Typed;
  errors: Record<string, string>;
  set: (part: Partial<Typed>) => void;
}

const kinds: Demand['kind'][] = ['every', 'once', 'within', 'before', 'valid', 'sum', 'ages'];

/** The field of the door that an input is refused under. */
const faultField: Partial<Record<keyof Typed, string>> = { hours: 'amount' };

/** How a requirement's due day is reckoned: the kind, and only the numbers that it reads. */
export function DemandInputs({ typed, errors, set }: Props) {
  const { t } = useTranslation();
  const { kind } = typed;
  return (
    <div className={styles.pair}>
      <SelectField
        label={t('requirement.demand')}
        hint={t(`requirement.kind_${kind}_what`)}
        value={kind}
        error={errors['demand.kind']}
        options={kinds
          .filter((each) => each !== 'ages' || typed.subject === 'child')
          .map((value) => ({ value, label: t(`requirement.kind_${value}`) }))}
        onChange={(value) => set({ kind: value as Demand['kind'] })}
      />
      {inputsOf[kind].map((field) =>
        field === 'period' ? (
          <SelectField
            key={field}
            label={t('requirement.period')}
            value={typed.period}
            error={errors['demand.period']}
            options={['calendar', 'rolling', ''].map((value) => ({
              value,
              label: t(`requirement.period_${value || 'altogether'}`),
            }))}
            onChange={(period) => set({ period })}
          />
        ) : (
          <TextField
            key={field}
            inputMode={field === 'at' ? 'text' : 'numeric'}
            autoComplete="off"
            label={t(`requirement.${kind}_${field}`)}
            value={typed[field] as string}
            error={errors[`demand.${faultField[field] ?? field}`]}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ),
      )}
    </div>
  );
}
