import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { Calendar } from './Calendar';
import styles from './DateField.module.css';
import { readDay } from './dates';
import { DateWords } from './dateWords';
import { Field, type FieldParts, type FieldProps, Input } from './Field';
import { Icon } from './Icon';

export interface DateInputProps {
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (day: string) => void;
  /** Today by the server's clock. */
  today: string;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/** A day typed in any usual way, or picked from a small calendar. */
export function DateInput(props: DateInputProps & Partial<FieldParts>) {
  const { value, onChange, today, min, max, disabled, ...parts } = props;
  const words = useContext(DateWords);
  const [typed, setTyped] = useState(value);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLFieldSetElement>(null);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const settle = () => {
    const day = typed.trim() === '' ? '' : readDay(typed, value || today);
    if (day === null) return;
    setTyped(day);
    if (day !== value) onChange(day);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    event.preventDefault();
    setOpen(false);
  };
  return (
    <fieldset className={styles.wrap} ref={root} onKeyDown={onEscape}>
      <Input
        {...parts}
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.like}
        value={typed}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle();
        }}
      />
      <button
        type="button"
        className={styles.open}
        aria-label={words.open}
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" />
      </button>
      {open && (
        <Calendar
          value={value}
          today={today}
          min={min}
          max={max}
          words={words}
          onPick={(day) => {
            setOpen(false);
            onChange(day);
          }}
        />
      )}
    </fieldset>
  );
}

type DateFieldProps = Omit<FieldProps, 'children'> & DateInputProps;

export function DateField({ label, hint, error, required, layout, className, ...input }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} layout={layout} className={className}>
      {(parts) => <DateInput {...input} {...parts} />}
    </Field>
  );
}
