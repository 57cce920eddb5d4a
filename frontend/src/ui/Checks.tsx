import styles from './Checks.module.css';
import { cx } from './cx';

interface Props {
  legend: string;
  options: { value: string; label: string }[];
  chosen: string[];
  /** Gets what is chosen in the order of the options, after what is not offered here. */
  onChange: (chosen: string[]) => void;
  error?: string;
  /** One below the other, for sentences. */
  stacked?: boolean;
}

/** Several of a few, each ticked by itself. */
export function Checks({ legend, options, chosen, onChange, error, stacked }: Props) {
  const toggle = (value: string) => {
    const offered = options.map((each) => each.value);
    onChange([
      ...chosen.filter((each) => !offered.includes(each)),
      ...offered.filter((each) => chosen.includes(each) !== (each === value)),
    ]);
  };
  return (
    <fieldset className={cx(styles.checks, stacked && styles.stacked)} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{label}</span>
        </label>
      ))}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
