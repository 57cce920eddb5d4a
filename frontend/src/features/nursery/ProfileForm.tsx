import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { faultOf } from '@/api/fault';
import { useFieldSentences, useSentence } from '@/api/sentence';
import { Button, Card, DateField, Notice, SelectField, TextField } from '@/ui';
import { areaText, readArea } from './area';
import { changeProfile, type Profile, profileKey, readProfile } from './nursery.api';
import styles from './ProfileForm.module.css';

interface Props {
  profile: Profile;
  /** May only be read. */
  readOnly: boolean;
  /** The field that somebody came for. */
  field?: string;
  onSaved: () => void;
}

const natures = ['public', 'private', 'public_private_run', 'private_subsidised'] as const;

const changed = (before: Profile, now: Profile) =>
  (Object.keys(before) as (keyof Profile)[]).filter((key) => key !== 'areaDm2' && now[key] !== before[key]);

/** A field where a link can find it. */
const Place = ({ name, wide, children }: { name: keyof Profile; wide?: boolean; children: ReactNode }) => (
  <div data-field={name} className={wide ? styles.wide : undefined}>
    {children}
  </div>
);

/** Everything that the nursery says of itself: the head of every return. */
export function ProfileForm({ profile, readOnly, field, onSaved }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sentence = useSentence();
  const [base, setBase] = useState(profile);
  const [typed, setTyped] = useState(profile);
  const [area, setArea] = useState(areaText(profile.areaDm2));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (field)
      form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] :is(input, select)`)?.focus();
  }, [field]);
  const saving = useMutation({
    mutationFn: () => changeProfile({ ...typed, areaDm2: readArea(area) ?? null }),
    onSuccess: async (saved) => {
      queries.setQueryData(profileKey, saved);
      setBase(saved);
      setTyped(saved);
      setArea(areaText(saved.areaDm2));
      await Promise.all(['filing', 'identity'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onSaved();
    },
  });
  const errors = useFieldSentences(saving.error);
  const conflict = saving.error && faultOf(saving.error).code === 'nursery.changed_since';
  const areaWrong = readArea(area) === undefined;
  const dirty = area !== areaText(base.areaDm2) || changed(base, typed).length > 0;
  // What somebody else saved comes in; what was typed here stays on top.
  const refresh = async () => {
    const fresh = await queries.fetchQuery({ queryKey: profileKey, queryFn: readProfile });
    const own = Object.fromEntries(changed(base, typed).map((key) => [key, typed[key]]));
    if (area === areaText(base.areaDm2)) setArea(areaText(fresh.areaDm2));
    setTyped({ ...fresh, ...own });
    setBase(fresh);
    saving.reset();
  };
  const set = (part: Partial<Profile>) => setTyped({ ...typed, ...part });
  const text = (
    name: 'name' | 'address' | 'legalPerson' | 'principal' | 'phone' | 'registrationNumber' | 'creditCode',
  ) => ({
    label: t(`nursery.${name}`),
    value: typed[name],
    error: errors[name],
    disabled: readOnly,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <Card title={t('nursery.title')} note={t('nursery.why')} className={styles.card}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!areaWrong && dirty && !saving.isPending) saving.mutate();
        }}
      >
        {errors[''] && (
          <Notice
            tone="bad"
            alert
            action={conflict && <Button onClick={() => void refresh()}>{t('nursery.refresh')}</Button>}
          >
            {sentence(saving.error)}
          </Notice>
        )}
        <Place name="name" wide>
          <TextField required {...text('name')} />
        </Place>
        <Place name="creditCode">
          <TextField
            hint={t('nursery.creditCode_hint')}
            maxLength={18}
            spellCheck={false}
            {...text('creditCode')}
            onChange={(event) => set({ creditCode: event.target.value.trim().toUpperCase() })}
          />
        </Place>
        <Place name="nature">
          <SelectField
            label={t('nursery.nature')}
            value={typed.nature}
            error={errors.nature}
            disabled={readOnly}
            placeholder={t('nursery.not_recorded')}
            options={natures.map((value) => ({ value, label: t(`nursery.nature_${value}`) }))}
            onChange={(nature) => set({ nature: nature as Profile['nature'] })}
          />
        </Place>
        <Place name="registrationNumber">
          <TextField hint={t('nursery.registrationNumber_hint')} {...text('registrationNumber')} />
        </Place>
        <Place name="registeredOn">
          <DateField
            label={t('nursery.registeredOn')}
            value={typed.registeredOn}
            today={today()}
            max={today()}
            error={errors.registeredOn}
            disabled={readOnly}
            onChange={(registeredOn) => set({ registeredOn })}
          />
        </Place>
        <Place name="legalPerson">
          <TextField {...text('legalPerson')} />
        </Place>
        <Place name="principal">
          <TextField {...text('principal')} />
        </Place>
        <Place name="phone">
          <TextField inputMode="tel" {...text('phone')} />
        </Place>
        <Place name="areaDm2">
          <TextField
            label={t('nursery.areaDm2')}
            hint={t('nursery.area_hint')}
            inputMode="decimal"
            autoComplete="off"
            value={area}
            disabled={readOnly}
            error={areaWrong ? t('nursery.area_wrong') : errors.areaDm2}
            onChange={(event) => setArea(event.target.value)}
          />
        </Place>
        <Place name="address" wide>
          <TextField {...text('address')} />
        </Place>
        {!readOnly && (
          <div className={styles.buttons}>
            <Button kind="primary" type="submit" busy={saving.isPending} disabled={!dirty || areaWrong}>
              {t('app.save')}
            </Button>
            <span className={styles.state}>{t(dirty ? 'nursery.unsaved' : 'nursery.all_saved')}</span>
          </div>
        )}
      </form>
    </Card>
  );
}
