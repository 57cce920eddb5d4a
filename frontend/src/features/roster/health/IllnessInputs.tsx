import { useTranslation } from 'react-i18next';
import { Checks, Field, Input, Segmented, TextField } from '@/ui';
import type { InputsProps } from './AllergyInputs';
import { illnesses } from './health.api';
import styles from './health.module.css';

const week = 7;

/** Known illnesses and an early birth; only for those who may know them. */
export function IllnessInputs({ typed, onTyped, errors }: InputsProps) {
  const { t } = useTranslation();
  const weeks = Math.floor(typed.gestation / week);
  const days = typed.gestation % week;
  const number = (text: string, most: number) => Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));
  return (
    <>
      <Segmented
        labelled
        label={t('health.illness')}
        value={typed.illness}
        error={errors.illness}
        choices={['', 'none', 'some'].map((value) => ({ value, label: t(`health.illness_${value || 'unasked'}`) }))}
        onChange={(illness) =>
          onTyped({ ...typed, illness, ...(illness !== 'some' && { illnesses: [], illnessNote: '' }) })
        }
      />
      {typed.illness === 'some' && (
        <>
          <Checks
            stacked
            legend={t('health.illnesses')}
            options={illnesses.map((value) => ({ value, label: t(`health.illness_${value}`) }))}
            chosen={typed.illnesses}
            error={errors.illnesses}
            onChange={(chosen) => onTyped({ ...typed, illnesses: chosen })}
          />
          <TextField
            autoComplete="off"
            label={t('health.illness_note')}
            hint={t('health.illness_note_hint')}
            value={typed.illnessNote}
            error={errors.illnessNote}
            onChange={(event) => onTyped({ ...typed, illnessNote: event.target.value })}
          />
        </>
      )}
      <Field label={t('health.gestation')} hint={t('health.gestation_hint')} error={errors.gestation}>
        {(parts) => (
          <span className={styles.weeks}>
            <Input
              {...parts}
              inputMode="numeric"
              value={weeks || ''}
              onChange={(event) => onTyped({ ...typed, gestation: number(event.target.value, 99) * week + days })}
            />
            {t('health.weeks')}
            <Input
              inputMode="numeric"
              aria-label={t('health.gestation_days')}
              value={typed.gestation ? days : ''}
              onChange={(event) => onTyped({ ...typed, gestation: weeks * week + number(event.target.value, 6) })}
            />
            {t('health.days')}
          </span>
        )}
      </Field>
    </>
  );
}
