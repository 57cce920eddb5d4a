import styles from './requirement.module.css';

interface Props {
  label: string;
  options: { value: string; label: string }[];
  chosen: string[];
  error?: string;
  onChosen: (values: string[]) => void;
}

/** Several of a few, each chosen by itself. */
export function Checks({ label, options, chosen, error, onChosen }: Props) {
  const toggle = (value: string) =>
    onChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.several} aria-invalid={error ? true : undefined}>
      <legend>{label}</legend>
      {options.map(({ value, label: words }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {words}
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
