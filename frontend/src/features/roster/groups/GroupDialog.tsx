import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { Checks, DateField, Segmented, SelectField, TextField } from '@/ui';
import form from '../Form.module.css';
import { RoomField } from '../RoomField';
import { type ClassRow, useWrite } from '../roster.api';
import { useStaff } from '../staff/staff.api';
import { type Group, type Pattern, patterns, saveGroup } from './groups.api';
import { Joining } from './Joining';
import { splitDays } from './split';

interface Props {
  /** Changed from a day on; none for a new one. */
  group?: Group;
  classes: ClassRow[];
  onClose: () => void;
  onDone: () => void;
}

const week = [1, 2, 3, 4, 5, 6, 7];

/** Makes a combined group, or changes one from a day on. */
export function GroupDialog({ group, classes, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const staff = useStaff('', 'present').data ?? [];
  const [typed, setTyped] = useState({
    name: group?.name ?? '',
    room: group?.room ?? '',
    leadId: group?.leadId ?? '',
    pattern: group?.pattern ?? ('open' as string),
    days: group?.days.join(' ') ?? '',
    starts: group?.starts ?? '',
    ends: group?.ends ?? '',
    from: today(),
    until: group?.until ?? '',
  });
  const [weekdays, setWeekdays] = useState<number[]>(group?.weekdays ?? []);
  const [joins, setJoins] = useState<string[]>(group?.classes ?? []);
  const [children, setChildren] = useState<string[]>(group?.children ?? []);
  const saving = useWrite(
    () =>
      saveGroup({
        ...typed,
        id,
        changes: group?.id ?? '',
        pattern: typed.pattern as Pattern,
        weekdays,
        days: splitDays(typed.days),
        classes: joins,
        children,
      }),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      wide
      title={group ? t('roster.change_of', { name: group.name }) : t('groups.add')}
      subtitle={group && t('groups.change_what')}
      saving={saving}
      fields={Object.keys(typed).concat('weekdays', 'classes', 'children')}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <div className={form.pair}>
        <TextField required autoFocus autoComplete="off" label={t('groups.name')} {...text('name')} />
        <RoomField label={t('groups.room')} {...text('room')} />
      </div>
      <div className={form.pair}>
        <TextField
          required
          autoComplete="off"
          placeholder={t('roster.clock_like')}
          label={t('groups.starts')}
          {...text('starts')}
        />
        <TextField
          required
          autoComplete="off"
          placeholder={t('roster.clock_like')}
          label={t('groups.ends')}
          {...text('ends')}
        />
      </div>
      <Segmented
        labelled
        label={t('groups.pattern')}
        choices={patterns.map((each) => ({ value: each, label: t(`groups.pattern_${each}`) }))}
        {...value('pattern')}
      />
      {typed.pattern === 'weekly' && (
        <Checks
          legend={t('groups.weekdays')}
          error={errors.weekdays}
          options={week.map((day) => ({ value: String(day), label: t(`groups.weekday_${day}`) }))}
          chosen={weekdays.map(String)}
          onChange={(days) => setWeekdays(days.map(Number).sort())}
        />
      )}
      {typed.pattern === 'days' && (
        <TextField
          required
          autoComplete="off"
          label={t('groups.days')}
          hint={t('groups.days_hint')}
          {...text('days')}
        />
      )}
      <Checks
        legend={t('groups.classes')}
        error={errors.classes}
        options={classes.map((each) => ({ value: each.id, label: each.name }))}
        chosen={joins}
        onChange={setJoins}
      />
      <Joining chosen={children} onChosen={setChildren} error={errors.children} />
      <SelectField
        label={t('groups.lead')}
        placeholder={t('groups.lead_none')}
        options={staff.map((each) => ({ value: each.id, label: each.name }))}
        {...value('leadId')}
      />
      <div className={form.pair}>
        <DateField required label={t('roster.from')} today={today()} {...value('from')} />
        <DateField label={t('staff.until')} hint={t('groups.until_hint')} today={today()} {...value('until')} />
      </div>
    </FormDialog>
  );
}
