import styles from './groups.module.css';

interface Props {
  label: string;
  options: { value: string; label: string }[];
  chosen: string[];
  onChosen: (values: string[]) => void;
  error?: string;
}

/** Several of a few, each chosen by itself. */
export function Checks({ label, options, chosen, onChosen, error }: Props) {
  const toggle = (value: string) =>
    onChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.checks}>
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
