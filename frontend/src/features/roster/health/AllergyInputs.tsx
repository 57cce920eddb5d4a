import { useTranslation } from 'react-i18next';
import { Checks, Segmented, TextField } from '@/ui';
import { allergens, diets, type Health } from './health.api';
import styles from './health.module.css';

export interface InputsProps {
  typed: Health;
  onTyped: (typed: Health) => void;
  errors: Record<string, string>;
}

const severities = ['mild', 'severe'];

/** Whether there is an allergy, to what and how severe; and what is not eaten for another reason. */
export function AllergyInputs({ typed, onTyped, errors }: InputsProps) {
  const { t } = useTranslation();
  const choices = severities.map((value) => ({ value, label: t(`health.${value}`) }));
  return (
    <>
      <Segmented
        labelled
        label={t('health.allergy')}
        value={typed.allergy}
        error={errors.allergy}
        choices={['', 'none', 'some'].map((value) => ({ value, label: t(`health.allergy_${value || 'unasked'}`) }))}
        onChange={(allergy) =>
          onTyped({
            ...typed,
            allergy,
            ...(allergy !== 'some' && { allergens: [], text: '', textSeverity: '' }),
          })
        }
      />
      {typed.allergy === 'some' && (
        <>
          <Allergens typed={typed} onTyped={onTyped} errors={errors} choices={choices} />
          <TextField
            autoComplete="off"
            label={t('health.other')}
            hint={t('health.other_hint')}
            value={typed.text}
            error={errors.allergies}
            onChange={(event) => onTyped({ ...typed, text: event.target.value })}
          />
          {typed.text.trim() !== '' && (
            <Segmented
              labelled
              label={t('health.other_severity')}
              value={typed.textSeverity}
              error={errors.textSeverity}
              choices={choices}
              onChange={(textSeverity) => onTyped({ ...typed, textSeverity })}
            />
          )}
        </>
      )}
      <Checks
        stacked
        legend={t('health.diet')}
        options={diets.map((value) => ({ value, label: t(`health.diet_${value}`) }))}
        chosen={typed.diet}
        error={errors.diet}
        onChange={(diet) => onTyped({ ...typed, diet })}
      />
      <TextField
        autoComplete="off"
        label={t('health.diet_note')}
        value={typed.dietNote}
        error={errors.dietNote}
        onChange={(event) => onTyped({ ...typed, dietNote: event.target.value })}
      />
    </>
  );
}

function Allergens({ typed, onTyped, errors, choices }: InputsProps & { choices: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const of = (key: string) => typed.allergens.find((each) => each.class === key);
  const others = (key: string) => typed.allergens.filter((each) => each.class !== key);
  const set = (key: string, severity: string) =>
    onTyped({ ...typed, allergens: [...others(key), { class: key, severity }] });
  return (
    <fieldset className={styles.allergens} aria-invalid={errors.allergens ? true : undefined}>
      <legend>{t('health.classes')}</legend>
      {allergens.map((key) => {
        const chosen = of(key);
        const name = t(`health.class_${key}`);
        return (
          <div key={key} className={styles.allergen}>
            <label>
              <input
                type="checkbox"
                checked={Boolean(chosen)}
                onChange={() => (chosen ? onTyped({ ...typed, allergens: others(key) }) : set(key, ''))}
              />
              {name}
            </label>
            {chosen && (
              <Segmented
                label={t('health.severity_of', { name })}
                value={chosen.severity}
                choices={choices}
                onChange={(severity) => set(key, severity)}
              />
            )}
          </div>
        );
      })}
      {errors.allergens && (
        <p className={styles.error} role="alert">
          {errors.allergens}
        </p>
      )}
    </fieldset>
  );
}
