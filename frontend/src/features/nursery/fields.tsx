import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { DateField, SelectField, TextField } from '@/ui';
import type { AreaField, CountField, Typed } from './form';
import styles from './ProfileForm.module.css';

/** What the sections of the form share. */
export interface Fields {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
  errors: Record<string, string>;
  readOnly: boolean;
  /** Opens the legal person's number; a dialog may not stand inside the form. */
  onReveal: () => void;
}

type TextName =
  | 'name'
  | 'address'
  | 'legalPerson'
  | 'principal'
  | 'contact'
  | 'phone'
  | 'registrationNumber'
  | 'registrarName'
  | 'floors';

/** A field where a link can find it. */
export const Spot = ({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) => (
  <div data-field={name} className={wide ? styles.wide : undefined}>
    {children}
  </div>
);

interface Common {
  form: Fields;
  hint?: string;
  wide?: boolean;
}

export function Text({
  form,
  name,
  hint,
  wide,
  ...rest
}: Common & { name: TextName; required?: boolean; inputMode?: 'tel' }) {
  const { t } = useTranslation();
  return (
    <Spot name={name} wide={wide}>
      <TextField
        label={t(`nursery.${name}`)}
        hint={hint}
        value={form.typed[name]}
        error={form.errors[name]}
        disabled={form.readOnly}
        autoComplete="off"
        onChange={(event) => form.set({ [name]: event.target.value })}
        {...rest}
      />
    </Spot>
  );
}

export function Figure({ form, name, hint }: Common & { name: AreaField | CountField }) {
  const { t } = useTranslation();
  const area = name.endsWith('Dm2');
  return (
    <Spot name={name}>
      <TextField
        label={t(`nursery.${name}`)}
        hint={hint}
        inputMode={area ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={form.typed[name]}
        disabled={form.readOnly}
        error={form.errors[name]}
        onChange={(event) => form.set({ [name]: event.target.value })}
      />
    </Spot>
  );
}

type ChoiceName = 'nature' | 'legalForm' | 'registrar' | 'scopeHasCare' | 'premises' | 'meals' | 'filingMode';

export function Choose({
  form,
  name,
  hint,
  options,
  sure,
}: Common & { name: ChoiceName; options: readonly string[]; sure?: boolean }) {
  const { t } = useTranslation();
  return (
    <Spot name={name}>
      <SelectField
        label={t(`nursery.${name}`)}
        hint={hint}
        value={form.typed[name]}
        error={form.errors[name]}
        disabled={form.readOnly}
        placeholder={sure ? undefined : t('nursery.not_recorded')}
        options={options.map((value) => ({ value, label: t(`nursery.${name}_${value}`) }))}
        onChange={(value) => form.set({ [name]: value } as Partial<Typed>)}
      />
    </Spot>
  );
}

export function Day({ form, name, hint }: Common & { name: 'registeredOn' | 'openedOn' }) {
  const { t } = useTranslation();
  return (
    <Spot name={name}>
      <DateField
        label={t(`nursery.${name}`)}
        hint={hint}
        value={form.typed[name]}
        today={today()}
        max={today()}
        error={form.errors[name]}
        disabled={form.readOnly}
        onChange={(value) => form.set({ [name]: value })}
      />
    </Spot>
  );
}

/** Several of a few, each ticked by itself. */
export function Several({
  form,
  name,
  options,
}: Common & { name: 'serviceModes' | 'classKinds'; options: readonly string[] }) {
  const { t } = useTranslation();
  const chosen = form.typed[name];
  const toggle = (value: string) =>
    form.set({ [name]: options.filter((each) => (each === value) !== chosen.includes(each)) });
  return (
    <Spot name={name} wide>
      <fieldset className={styles.several} disabled={form.readOnly}>
        <legend>{t(`nursery.${name}`)}</legend>
        {options.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {t(`nursery.${name}_${value}`)}
          </label>
        ))}
        {form.errors[name] && (
          <p className={styles.error} role="alert">
            {form.errors[name]}
          </p>
        )}
      </fieldset>
    </Spot>
  );
}
