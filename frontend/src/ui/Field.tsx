import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { cx } from './cx';
import styles from './Field.module.css';
import { Icon } from './Icon';

export interface FieldParts {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as a sentence. */
  error?: ReactNode;
  required?: boolean;
  /** 'row' puts the label beside the input. */
  layout?: 'stack' | 'row';
  className?: string;
  /** Gets what ties the input to its label, hint and error. */
  children: (parts: FieldParts) => ReactNode;
}

/** A label, an input, a hint and an error that belong together for eyes and screen readers. */
export function Field({ label, hint, error, required, layout = 'stack', className, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const noted = Boolean(error || hint);
  return (
    <div className={cx(styles.field, layout === 'row' && styles.row, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      <div className={styles.body}>
        {children({
          id,
          'aria-describedby': noted ? note : undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': required || undefined,
        })}
        {noted && (
          <p id={note} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
            {error && <Icon name="warn" size={14} />}
            {error || hint}
          </p>
        )}
      </div>
    </div>
  );
}

export type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export const Input = ({ className, ...rest }: InputProps) => (
  <input className={cx(styles.input, className)} {...rest} />
);

export const TextArea = ({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <textarea rows={3} className={cx(styles.input, styles.area, className)} {...rest} />
);

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<InputProps, 'required'>;

/** The common case: one line of text with a label. */
export function TextField({ label, hint, error, required, layout, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} layout={layout} className={className}>
      {(parts) => <Input {...input} {...parts} />}
    </Field>
  );
}
