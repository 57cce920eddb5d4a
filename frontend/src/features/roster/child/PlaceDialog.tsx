import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, SelectField, TextField } from '@/ui';
import styles from '../Form.module.css';
import { type Mode, modes, useClasses, useWrite } from '../roster.api';
import { type ChildFile, placeChild } from './child.api';
import { placementOf } from './placements';

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

/** Another class or another mode of care, from a day on; what was before stays as it was. */
export function PlaceDialog({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const present = placementOf(child.placements, today());
  const [id] = useState(newId);
  const [typed, setTyped] = useState({
    classId: present?.classId ?? '',
    mode: present?.mode ?? ('full' as string),
    from: today(),
    ...{ trialUntil: '', feePlan: present?.feePlan ?? '', examOn: '', reason: '' },
  });
  const again = !present && child.placements.length > 0;
  const saving = useWrite(() => placeChild(child.id, { ...typed, id, mode: typed.mode as Mode }), onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t('roster.place_of', { name: child.nickname || child.name })}
      subtitle={t('roster.place_what')}
      saving={saving}
      fields={Object.keys(typed)}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <div className={styles.pair}>
        <SelectField
          required
          autoFocus
          label={t('roster.class')}
          placeholder={t('roster.choose')}
          options={classes.map((each) => ({ value: each.id, label: each.name }))}
          {...value('classId')}
        />
        <DateField required label={t('roster.from')} today={today()} {...value('from')} />
      </div>
      <Segmented
        labelled
        label={t('roster.mode')}
        choices={modes.map((mode) => ({ value: mode, label: t(`roster.mode_${mode}`) }))}
        {...value('mode')}
      />
      <div className={styles.pair}>
        <DateField label={t('time.trial_to')} hint={t('time.trial_hint')} today={today()} {...value('trialUntil')} />
        <TextField autoComplete="off" label={t('time.fee_plan')} {...text('feePlan')} />
      </div>
      {(again || errors.examOn) && (
        <DateField label={t('time.exam_on')} hint={t('time.exam_hint')} today={today()} {...value('examOn')} />
      )}
      <TextField autoComplete="off" label={t('roster.why_optional')} {...text('reason')} />
    </FormDialog>
  );
}
