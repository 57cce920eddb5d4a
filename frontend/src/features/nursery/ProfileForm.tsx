import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { faultOf } from '@/api/fault';
import { useFieldSentences, useSentence } from '@/api/sentence';
import { Button, Card, DateField, Notice, Segmented } from '@/ui';
import { changedFields, type Section, sections, sectionWith, type Typed, toEdit, toTyped, unreadable } from './form';
import { RevealLegalPerson } from './LegalPersonId';
import { type Catalogue, changeProfile, type Profile, profileKey, readProfile } from './nursery.api';
import styles from './ProfileForm.module.css';
import { SectionFields } from './ProfileSections';
import { Source } from './Source';

interface Props {
  profile: Profile;
  catalogue: Catalogue;
  /** May only be read. */
  readOnly: boolean;
  /** The field that somebody came for. */
  field?: string;
  onSaved: () => void;
}

const registered = (profile: Profile) => profile.registeredOn !== '' || profile.registrationNumber !== '';

/** Typed and saved state of the profile; what others saved meanwhile comes in under what was typed. */
function useDraft(profile: Profile, onSaved: () => void) {
  const queries = useQueryClient();
  const [base, setBase] = useState(profile);
  const [typed, setTyped] = useState<Typed>(() => toTyped(profile));
  const saving = useMutation({
    mutationFn: () => changeProfile(toEdit(typed)),
    onSuccess: async (saved) => {
      queries.setQueryData(profileKey, saved);
      setBase(saved);
      setTyped(toTyped(saved));
      const keys = [
        ['filing'],
        ['identity'],
        ['today'],
        ['roster', 'places'],
        ['nursery', 'papers'],
        ['nursery', 'changes'],
      ];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onSaved();
    },
  });
  const dirty = changedFields(base, typed);
  const refresh = async () => {
    const fresh = await queries.fetchQuery({ queryKey: profileKey, queryFn: readProfile });
    const own = Object.fromEntries(dirty.map((key) => [key, typed[key as keyof Typed]]));
    setTyped({ ...toTyped(fresh), ...own, revision: fresh.revision } as Typed);
    setBase(fresh);
    saving.reset();
  };
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  return { base, typed, set, saving, dirty, refresh };
}

/** Everything that the nursery says of itself, in the sections of the registration form. */
export function ProfileForm({ profile, catalogue, readOnly, field, onSaved }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { base, typed, set, saving, dirty, refresh } = useDraft(profile, onSaved);
  const [section, setSection] = useState<Section>(sectionWith(field));
  const [revealing, setRevealing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => setSection(sectionWith(field)), [field]);
  useEffect(() => {
    if (field && section === sectionWith(field))
      form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] :is(input, select)`)?.focus();
  }, [field, section]);
  const errors: Record<string, string> = useFieldSentences(saving.error);
  const unread = unreadable(typed);
  for (const name of unread) errors[name] = t(name.endsWith('Dm2') ? 'nursery.area_wrong' : 'nursery.count_wrong');
  const conflict = saving.error && faultOf(saving.error).code === 'nursery.changed_since';
  const elsewhere = Object.keys(errors).find((name) => name && sectionWith(name) !== section);
  const tells = registered(base) && dirty.some((name) => catalogue.watched.includes(name));
  return (
    <Card title={t('nursery.title')} note={t('nursery.why')} className={styles.card}>
      <Segmented
        label={t('nursery.sections')}
        value={section}
        choices={sections.map((value) => ({ value, label: t(`nursery.section_${value}`) }))}
        onChange={(value) => setSection(value as Section)}
      />
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (unread.length === 0 && dirty.length > 0 && !saving.isPending) saving.mutate();
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
        {elsewhere && (
          <Notice
            tone="bad"
            action={<Button onClick={() => setSection(sectionWith(elsewhere))}>{t('nursery.go_there')}</Button>}
          >
            {errors[elsewhere]}
          </Notice>
        )}
        <SectionFields section={section} form={{ typed, set, errors, readOnly, onReveal: () => setRevealing(true) }} />
        {tells && (
          <div className={styles.tells}>
            <p>{t('nursery.tells')}</p>
            <DateField
              label={t('nursery.changedOn')}
              value={typed.changedOn || today()}
              today={today()}
              max={today()}
              error={errors.changedOn}
              onChange={(changedOn) => set({ changedOn })}
            />
          </div>
        )}
        {!readOnly && (
          <div className={styles.buttons}>
            <Button
              kind="primary"
              type="submit"
              busy={saving.isPending}
              disabled={dirty.length === 0 || unread.length > 0}
            >
              {t('app.save')}
            </Button>
            <span className={styles.state}>{t(dirty.length > 0 ? 'nursery.unsaved' : 'nursery.all_saved')}</span>
          </div>
        )}
      </form>
      {revealing && <RevealLegalPerson onClose={() => setRevealing(false)} />}
      <Source basis={section === 'registration' ? catalogue.registrar : catalogue.form} />
    </Card>
  );
}
