import type { SelectHTMLAttributes } from 'react';
import { cx } from './cx';
import { Field, type FieldProps } from './Field';
import field from './Field.module.css';
import { Icon } from './Icon';
import styles from './Select.module.css';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  value: string;
  options: Option[];
  onChange: (value: string) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
}

/** The system's own list in our clothes: right on phones, by keyboard and for screen readers. */
export function Select({ value, options, onChange, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={styles.wrap}>
      <select
        className={cx(field.input, styles.select, !value && styles.empty, className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} className={styles.arrow} />
    </span>
  );
}

type SelectFieldProps = Omit<FieldProps, 'children'> & Omit<SelectProps, 'required'>;

export function SelectField({ label, hint, error, required, layout, className, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} layout={layout} className={className}>
      {(parts) => <Select {...select} {...parts} />}
    </Field>
  );
}
