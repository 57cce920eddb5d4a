import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { faultOf } from '@/api/fault';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { Button, DateField, Dialog, Notice, Segmented, SelectField, TextField } from '@/ui';
import { addOwn, kinds, type OwnBody, states, useCalendarWrite, useClasses } from './calendar.api';
import styles from './calendar.module.css';

interface Props {
  day: string;
  classId: string;
  onClose: () => void;
  onDone: () => void;
}

/** Closes, halves or opens days: a holiday of the nursery's own, a typhoon, a make-up Saturday. */
export function OwnDialog({ day, classId, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const [typed, setTyped] = useState<OwnBody>(() => ({
    ...{ id: newId(), classId, from: day, until: day, state: 'closed', part: '', starts: '', ends: '' },
    ...{ kind: 'holiday', reason: '', lockSeen: false },
  }));
  const saving = useCalendarWrite(() => addOwn({ ...typed, part: typed.state === 'half' ? typed.part : '' }), onDone);
  const errors = useFieldSentences(saving.error);
  const locked = saving.error != null && faultOf(saving.error).code === 'calendar.month_locked';
  const set = (part: Partial<OwnBody>) => setTyped({ ...typed, ...part });
  const elsewhere = errors[''] ?? errors.lockSeen;
  return (
    <Dialog
      title={t('calendar.add')}
      subtitle={t('calendar.add_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => !saving.isPending && saving.mutate(undefined)}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={saving.isPending}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {elsewhere && (
          <Notice tone="bad" alert>
            {elsewhere}
          </Notice>
        )}
        {locked && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={typed.lockSeen}
              onChange={(event) => set({ lockSeen: event.target.checked })}
            />
            {t('calendar.lock_seen')}
          </label>
        )}
        <Segmented
          labelled
          label={t('calendar.how')}
          value={typed.state}
          error={errors.state}
          choices={states.map((value) => ({ value, label: t(`calendar.how_${value}`) }))}
          onChange={(state) => set({ state })}
        />
        {typed.state === 'half' && (
          <Segmented
            labelled
            label={t('calendar.part')}
            value={typed.part}
            error={errors.part}
            choices={['am', 'pm'].map((value) => ({ value, label: t(`calendar.part_${value}`) }))}
            onChange={(part) => set({ part })}
          />
        )}
        <div className={styles.pair}>
          <DateField
            required
            label={t('calendar.from')}
            today={today()}
            value={typed.from}
            error={errors.from}
            onChange={(from) => set(typed.until < from ? { from, until: from } : { from })}
          />
          <DateField
            required
            label={t('calendar.until')}
            today={today()}
            value={typed.until}
            error={errors.until}
            onChange={(until) => set({ until })}
          />
        </div>
        <SelectField
          label={t('calendar.who')}
          value={typed.classId}
          error={errors.classId}
          placeholder={t('calendar.everybody')}
          options={classes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => set({ classId: next })}
        />
        <SelectField
          label={t('calendar.kind')}
          value={typed.kind}
          error={errors.kind}
          options={kinds.map((value) => ({ value, label: t(`calendar.kind_${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          required
          autoFocus
          autoComplete="off"
          label={t('calendar.reason')}
          hint={t('calendar.reason_hint')}
          value={typed.reason}
          error={errors.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </div>
    </Dialog>
  );
}
