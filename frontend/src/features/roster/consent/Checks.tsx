import styles from './consent.module.css';

interface Props {
  legend: string;
  options: { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  error?: string;
}

/** Several things, each ticked by itself. */
export function Checks({ legend, options, chosen, onChange, error }: Props) {
  const toggle = (value: string) =>
    onChange(
      options
        .map((each) => each.value)
        .filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each))),
    );
  return (
    <fieldset className={styles.checks} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.check}>
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
