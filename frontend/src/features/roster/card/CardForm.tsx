import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, Field, TextArea, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { type CardFields, type OpenedCard, saveCard } from './card.api';

interface Props {
  opened: OpenedCard;
  onClose: () => void;
  onDone: () => void;
}

const blank: CardFields = {
  allergy: { signs: '', do: '' },
  febrile: { signs: '', do: '' },
  medicine: '',
  place: '',
  call: '',
  confirmedWith: '',
  confirmedOn: '',
  revision: 0,
};

const fields = ['allergy', 'febrile'].flatMap((key) => [`${key}.signs`, `${key}.do`]);
const lines = ['medicine', 'place', 'call'] as const;

const fieldsOf = ({ card }: OpenedCard): CardFields => {
  if (!card) return blank;
  const { confirmedBy: _, writtenBy: __, writtenAt: ___, ...written } = card;
  return written;
};

/** Writes the card with the parents: what is seen first, what to do, where the medicine is. */
export function CardForm({ opened, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => fieldsOf(opened));
  const saving = useWrite(() => saveCard(opened.childId, typed), onDone);
  const errors = useFieldSentences(saving.error);
  const step = (key: 'allergy' | 'febrile', part: 'signs' | 'do') => (
    <Field key={part} label={t(`card.${part}`)} error={errors[`${key}.${part}`]}>
      {(parts) => (
        <TextArea
          {...parts}
          rows={2}
          value={typed[key][part]}
          onChange={(event) => setTyped({ ...typed, [key]: { ...typed[key], [part]: event.target.value } })}
        />
      )}
    </Field>
  );
  return (
    <FormDialog
      wide
      title={t('card.write_of', { name: opened.nickname || opened.name })}
      subtitle={t('card.write_what')}
      saving={saving}
      fields={[...fields, ...lines, 'confirmedWith', 'confirmedOn']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      {(['allergy', 'febrile'] as const).map((key) => (
        <section key={key}>
          <h3>{t(`card.${key}`)}</h3>
          {step(key, 'signs')}
          {step(key, 'do')}
        </section>
      ))}
      {lines.map((line) => (
        <TextField
          key={line}
          autoComplete="off"
          label={t(`card.${line}`)}
          hint={t(`card.${line}_hint`)}
          value={typed[line]}
          error={errors[line]}
          onChange={(event) => setTyped({ ...typed, [line]: event.target.value })}
        />
      ))}
      <TextField
        autoComplete="off"
        label={t('card.confirmed_with')}
        value={typed.confirmedWith}
        error={errors.confirmedWith}
        onChange={(event) => setTyped({ ...typed, confirmedWith: event.target.value })}
      />
      <DateField
        label={t('card.confirmed_on')}
        today={today()}
        max={today()}
        value={typed.confirmedOn}
        error={errors.confirmedOn}
        onChange={(confirmedOn) => setTyped({ ...typed, confirmedOn })}
      />
    </FormDialog>
  );
}
