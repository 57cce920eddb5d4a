import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, SelectField, TextField, toast } from '@/ui';
import { type Catalogue, type Document, savePaper, useWrite } from './nursery.api';
import styles from './ProfileForm.module.css';
import { Source } from './Source';

interface Props {
  catalogue: Catalogue;
  /** A known paper, what a renewal takes over, or only the kind. */
  start: Partial<Document>;
  onClose: () => void;
}

const blank: Document = {
  id: '',
  kind: '',
  title: '',
  number: '',
  issuer: '',
  issuedOn: '',
  validUntil: '',
  remindDays: 0,
  note: '',
  scanId: '',
  renews: '',
  voidReason: '',
  revision: 0,
};

/** Writes down a paper, its renewal, or mends what was written. */
export function PaperDialog({ catalogue, start, onClose }: Props) {
  const { t } = useTranslation();
  const kinds = catalogue.documents;
  const daysOf = (kind: string) => String(kinds.find((each) => each.kind === kind)?.remindDays ?? 30);
  const [typed, setTyped] = useState({ ...blank, ...start, id: start.id || newId() });
  const [days, setDays] = useState(start.revision || start.renews ? String(start.remindDays) : daysOf(typed.kind));
  const set = (part: Partial<Document>) => setTyped({ ...typed, ...part });
  const saving = useWrite(
    () => savePaper({ ...typed, remindDays: days === '' ? 0 : Number(days) }),
    () => {
      toast(t('nursery.paper_saved'), 'ok');
      onClose();
    },
  );
  const errors = useFieldSentences(saving.error);
  const kind = kinds.find((each) => each.kind === typed.kind);
  const text = (field: 'title' | 'number' | 'issuer' | 'note') => ({
    label: t(`nursery.paper_${field}`),
    value: typed[field],
    error: errors[field],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  const title = start.renews ? 'nursery.paper_renew' : start.revision ? 'nursery.paper_mend' : 'nursery.paper_add';
  return (
    <FormDialog
      wide
      title={t(title)}
      saving={saving}
      fields={['kind', 'title', 'number', 'issuer', 'issuedOn', 'validUntil', 'remindDays', 'note']}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <SelectField
        required
        label={t('nursery.paper_kind')}
        value={typed.kind}
        error={errors.kind}
        disabled={Boolean(start.renews)}
        placeholder={t('nursery.choose')}
        options={kinds.map((each) => ({ value: each.kind, label: t(`nursery.doc_${each.kind}`) }))}
        onChange={(value) => {
          set({ kind: value });
          setDays(daysOf(value));
        }}
      />
      {typed.kind === 'other' && <TextField required {...text('title')} />}
      <div className={styles.pair}>
        <TextField {...text('number')} />
        <TextField {...text('issuer')} />
        <DateField
          required
          label={t('nursery.paper_issuedOn')}
          value={typed.issuedOn}
          today={today()}
          error={errors.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
        />
        <DateField
          required={kind?.ends}
          label={t('nursery.paper_validUntil')}
          hint={t(kind?.ends ? 'nursery.paper_ends_hint' : 'nursery.paper_validUntil_hint')}
          value={typed.validUntil}
          today={today()}
          error={errors.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
        <TextField
          label={t('nursery.paper_remindDays')}
          inputMode="numeric"
          value={days}
          error={errors.remindDays}
          onChange={(event) => setDays(event.target.value.replace(/\D/g, '').slice(0, 3))}
        />
        <TextField {...text('note')} />
      </div>
      {kind && <Source basis={kind} />}
    </FormDialog>
  );
}
