import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, SelectField, TextField, toast } from '@/ui';
import { areaText, readArea } from './area';
import { type Room, type Site, saveRoom, useWrite } from './nursery.api';
import styles from './ProfileForm.module.css';

const kinds: Room['kind'][] = [
  'class',
  'sleep',
  'activity',
  'observation',
  'health',
  'wash',
  'kitchen',
  'outdoor',
  'office',
  'store',
  'other',
];

interface Props {
  start: Partial<Room>;
  sites: Site[];
  onClose: () => void;
}

const figure = (text: string) => (text.trim() === '' ? null : Number(text));

/** Writes down a room, or changes one; a room that is no longer used is closed, never removed. */
export function RoomDialog({ start, sites, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({
    siteId: start.siteId ?? '',
    name: start.name ?? '',
    kind: start.kind ?? ('class' as Room['kind']),
    floor: start.floor ?? '',
    area: areaText(start.areaDm2 ?? null),
    places: start.places == null ? '' : String(start.places),
    beds: start.beds == null ? '' : String(start.beds),
    note: start.note ?? '',
    closedOn: start.closedOn ?? '',
  });
  const [id] = useState(start.id || newId());
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const areaWrong = readArea(typed.area) === undefined;
  const saving = useWrite(
    () => {
      const { area, places, beds, ...rest } = typed;
      return saveRoom({
        ...rest,
        id,
        areaDm2: readArea(area) ?? null,
        places: figure(places),
        beds: figure(beds),
        revision: start.revision ?? 0,
      });
    },
    () => {
      toast(t('nursery.room_saved'), 'ok');
      onClose();
    },
  );
  const errors = useFieldSentences(saving.error);
  const text = (field: 'name' | 'floor' | 'note' | 'places' | 'beds') => ({
    label: t(`nursery.room_${field}`),
    value: typed[field],
    error: errors[field],
    autoComplete: 'off',
    onChange: ({ target: { value } }: { target: { value: string } }) =>
      set({ [field]: field === 'places' || field === 'beds' ? value.replace(/\D/g, '').slice(0, 3) : value }),
  });
  return (
    <FormDialog
      wide
      title={t(start.revision ? 'nursery.room_change' : 'nursery.room_add')}
      saving={saving}
      fields={['siteId', 'name', 'kind', 'floor', 'areaDm2', 'places', 'beds', 'note', 'closedOn']}
      onClose={onClose}
      onSave={() => !areaWrong && saving.mutate()}
    >
      <div className={styles.pair}>
        <TextField required autoFocus {...text('name')} />
        <SelectField
          label={t('nursery.room_kind')}
          value={typed.kind}
          error={errors.kind}
          options={kinds.map((value) => ({ value, label: t(`nursery.room_${value}`) }))}
          onChange={(kind) => set({ kind: kind as Room['kind'] })}
        />
        {sites.length > 1 && (
          <SelectField
            label={t('nursery.site')}
            value={typed.siteId || 'main'}
            error={errors.siteId}
            options={sites.map((site) => ({ value: site.id || 'main', label: site.name }))}
            onChange={(siteId) => set({ siteId: siteId === 'main' ? '' : siteId })}
          />
        )}
        <TextField {...text('floor')} />
        <TextField
          label={t('nursery.room_area')}
          inputMode="decimal"
          value={typed.area}
          error={areaWrong ? t('nursery.area_wrong') : errors.areaDm2}
          onChange={(event) => set({ area: event.target.value })}
        />
        <TextField inputMode="numeric" {...text('places')} />
        <TextField inputMode="numeric" {...text('beds')} />
        <TextField {...text('note')} />
        {start.revision ? (
          <DateField
            label={t('nursery.closedOn')}
            hint={t('nursery.closedOn_hint')}
            value={typed.closedOn}
            today={today()}
            error={errors.closedOn}
            onChange={(closedOn) => set({ closedOn })}
          />
        ) : null}
      </div>
    </FormDialog>
  );
}
