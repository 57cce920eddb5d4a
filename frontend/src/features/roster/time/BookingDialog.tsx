import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Segmented, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { PickDays } from './PickDays';
import { clean, partsOf, placedFrom } from './slots';
import { bookDays, type ChildTime, calledBy, type Slot, type Who } from './time.api';
import styles from './time.module.css';
import { Clock } from './WeekRows';

interface Props {
  child: Who;
  time: ChildTime;
  onClose: () => void;
  onDone: () => void;
}

/** Books one or several days beside the week, or in the holiday programme: all of them, or none. */
export function BookingDialog({ child, time, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const placed = placedFrom(time.placements, today());
  const [kind, setKind] = useState('extra');
  const [ids, setIds] = useState<Record<string, string>>({});
  const [slot, setSlot] = useState<Slot>({ part: placed?.mode === 'half' ? 'am' : 'day', starts: '', ends: '' });
  const [note, setNote] = useState('');
  const days = Object.entries(ids).map(([day, id]) => ({ day, id }));
  const saving = useWrite(() => bookDays(child.id, { days, kind, slot: clean(slot), note }), onDone);
  const errors = useFieldSentences(saving.error);
  const toggle = (day: string) => {
    const { [day]: had, ...others } = ids;
    setIds(had ? others : { ...ids, [day]: newId() });
  };
  return (
    <FormDialog
      title={t('time.book_of', { name: calledBy(child) })}
      subtitle={t('time.book_what')}
      save={days.length > 1 ? t('time.book_count', { count: days.length }) : t('time.book_save')}
      saving={saving}
      fields={['day', 'kind', 'slot', 'note']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <Segmented
        labelled
        label={t('time.kind')}
        value={kind}
        error={errors.kind}
        choices={['extra', 'holiday'].map((value) => ({ value, label: t(`time.kind_${value}`) }))}
        onChange={(next) => {
          setKind(next);
          setIds({});
        }}
      />
      <PickDays
        kind={kind}
        time={time}
        chosen={Object.keys(ids)}
        error={errors.day}
        onToggle={toggle}
        hint={t(`time.kind_${kind}_what`)}
      />
      <Segmented
        labelled
        label={t('time.when')}
        value={slot.part}
        error={slot.part === 'hours' ? undefined : errors.slot}
        choices={partsOf('dropin').map((value) => ({ value, label: t(`time.part_${value}`) }))}
        onChange={(part) => setSlot({ ...slot, part })}
      />
      {slot.part === 'hours' && (
        <div className={styles.row}>
          <Clock name={t('time.when')} slot={slot} onSlot={(part) => setSlot((now) => ({ ...now, ...part }))} />
          {errors.slot && (
            <p className={styles.error} role="alert">
              {errors.slot}
            </p>
          )}
        </div>
      )}
      <TextField
        autoComplete="off"
        label={t('roster.note')}
        value={note}
        error={errors.note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
