import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import styles from './Segmented.module.css';
import type { Tone } from './Tag';

export interface Choice {
  value: string;
  label: string;
  tone?: Tone;
  /** Stands before the word, as a face; says nothing of its own. */
  before?: ReactNode;
}

export interface SegmentedProps {
  /** Spoken name of the group; shown when `labelled`. */
  label: string;
  labelled?: boolean;
  value: string;
  choices: Choice[];
  onChange: (value: string) => void;
  disabled?: boolean;
  error?: string;
}

/** A few choices side by side: radio buttons by keyboard and voice, one tap by hand. */
export function Segmented({ label, labelled, value, choices, onChange, disabled, error }: SegmentedProps) {
  const name = useId();
  return (
    <fieldset className={styles.group} disabled={disabled} aria-invalid={error ? true : undefined}>
      <legend className={labelled ? styles.legend : 'sr-only'}>{label}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={cx(styles.choice, choice.tone && styles[choice.tone])}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={cx(styles.face, choice.before != null && styles.pictured)}>
              {choice.before}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
