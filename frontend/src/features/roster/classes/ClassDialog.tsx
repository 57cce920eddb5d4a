import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { Segmented, TextField } from '@/ui';
import { RoomField } from '../RoomField';
import { type ClassRow, type Kind, kinds, useWrite } from '../roster.api';
import { addClass, changeClass } from './classes.api';

interface Props {
  /** None for a new one. */
  row?: ClassRow;
  onClose: () => void;
  onDone: () => void;
}

/** Opens or changes a class. */
export function ClassDialog({ row, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(() => row?.id ?? newId());
  const [revision] = useState(row?.revision);
  const [typed, setTyped] = useState({
    name: row?.name ?? '',
    kind: row?.kind ?? ('small' as string),
    places: row ? String(row.places) : '',
    room: row?.room ?? '',
  });
  const saving = useWrite(
    () => {
      const { name, room } = typed;
      const body = { id, revision, name, room, kind: typed.kind as Kind, places: Number(typed.places) || 0 };
      return row ? changeClass(body) : addClass(body);
    },
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={row ? t('roster.change_of', { name: row.name }) : t('roster.add_class')}
      saving={saving}
      fields={['name', 'kind', 'places', 'room']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <TextField required autoFocus autoComplete="off" label={t('roster.class_name')} {...text('name')} />
      <Segmented
        labelled
        label={t('roster.kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`roster.kind_${kind}`) }))}
        {...value('kind')}
      />
      <TextField
        required
        autoComplete="off"
        inputMode="numeric"
        label={t('roster.places')}
        hint={t('roster.places_hint')}
        {...text('places')}
        onChange={(event) => setTyped({ ...typed, places: event.target.value.replace(/\D/g, '').slice(0, 3) })}
      />
      <RoomField label={t('classes.room')} {...text('room')} />
    </FormDialog>
  );
}
