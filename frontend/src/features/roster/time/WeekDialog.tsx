import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, today, weekday } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Notice, Segmented, TextField } from '@/ui';
import form from '../Form.module.css';
import { type Mode, useWrite } from '../roster.api';
import {
  clean,
  fitted,
  type Preset,
  placedFrom,
  places,
  presetOf,
  presetsOf,
  weekendAt,
  weekOf,
  weeksOn,
} from './slots';
import { agreeWeek, type ChildTime, calledBy, type Slot, type Who } from './time.api';
import styles from './time.module.css';
import { WeekRows } from './WeekRows';

interface Props {
  child: Who;
  time: ChildTime;
  onClose: () => void;
  onDone: () => void;
}

const nextMonday = (day: string) => addDays(day, 7 - ((weekday(day) + 6) % 7));

/** Agrees when a child comes, from a day on; what held until then stays as it was. */
export function WeekDialog({ child, time, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({ from: nextMonday(today()), until: '', reason: '' });
  const modeOn = (day: string): Mode =>
    placedFrom(time.placements, day)?.mode ?? time.placements.at(-1)?.mode ?? 'full';
  const mode = modeOn(typed.from);
  const start = (time.usual[mode] && (weeksOn(time, today()).now?.week ?? time.usual[mode])) || [];
  const [week, setWeek] = useState<Slot[]>(start);
  const [preset, setPreset] = useState<Preset>(() =>
    presetsOf(mode).includes(presetOf(start)) ? presetOf(start) : 'own',
  );
  const [weekend, setWeekend] = useState(Boolean(start[weekendAt]?.part));
  const fit = fitted(week, mode);
  const chosen = presetsOf(mode).includes(preset) ? preset : 'own';
  const saving = useWrite(
    () =>
      agreeWeek(child.id, {
        ...typed,
        id,
        mode: mode as 'full',
        week: chosen === 'own' ? fit.map(clean) : weekOf(chosen, weekend),
      }),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      wide
      title={t('time.agree_of', { name: calledBy(child) })}
      subtitle={t('time.agree_what')}
      saving={saving}
      fields={['from', 'until', 'reason', 'week', ...places.map((_, at) => `week.${at}`)]}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <div className={form.pair}>
        <DateField required label={t('roster.from')} today={today()} {...value('from')} />
        <DateField
          label={t('time.until')}
          hint={t('time.until_hint')}
          today={today()}
          min={typed.from}
          {...value('until')}
        />
      </div>
      <p className={form.quiet}>{t('time.in_mode', { mode: t(`roster.mode_${mode}`) })}</p>
      {mode === 'dropin' && <Notice tone="info">{t('time.usual_dropin')}</Notice>}
      <Segmented
        labelled
        label={t('time.week')}
        value={chosen}
        error={errors.week}
        choices={presetsOf(mode).map((each) => ({ value: each, label: t(`time.preset_${each}`) }))}
        onChange={(next) => {
          if (next === 'own' && chosen !== 'own') setWeek(weekOf(chosen, weekend));
          setPreset(next as Preset);
        }}
      />
      {chosen === 'own' ? (
        <WeekRows mode={mode} week={fit} errors={errors} onWeek={setWeek} />
      ) : (
        <label className={styles.check}>
          <input type="checkbox" checked={weekend} onChange={(event) => setWeekend(event.target.checked)} />
          {t('time.weekend_too')}
        </label>
      )}
      <TextField autoComplete="off" label={t('time.why')} hint={t('time.why_hint')} {...text('reason')} />
    </FormDialog>
  );
}
