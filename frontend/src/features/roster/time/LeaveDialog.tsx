import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now, timeOfDay, today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useMe } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, plusDays, Segmented, TextField } from '@/ui';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { Quick } from './Quick';
import { Told } from './Told';
import { calledBy, type LeaveAct, takeLeave, type Who } from './time.api';

const kinds: LeaveAct['kind'][] = ['illness', 'personal', 'other'];

/** Who calls in the afternoon speaks of tomorrow: today the child was here. */
const firstDay = () => (timeOfDay(now()) < '12:00' ? today() : plusDays(today(), 1));

interface Props {
  child: Who;
  /** The first day away; by the time of day when left out. */
  from?: string;
  onClose: () => void;
  onDone: () => void;
}

/** Keeps that a child will be away, both days included, and who said so to whom. */
export function LeaveDialog({ child, from: first = firstDay(), onClose, onDone }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({
    ...{ kind: 'illness' as string, from: first, until: first, symptoms: '', note: '' },
    ...{ toldBy: '', toldHow: '' as string, toldTo: me.name },
  });
  const saving = useWrite(
    () =>
      takeLeave(child.id, {
        ...typed,
        id,
        kind: typed.kind as LeaveAct['kind'],
        toldHow: typed.toldHow as LeaveAct['toldHow'],
        symptoms: typed.kind === 'illness' ? typed.symptoms : '',
      }),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t('roster.leave_of', { name: calledBy(child) })}
      subtitle={t('roster.leave_what')}
      saving={saving}
      fields={Object.keys(typed)}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <Segmented
        labelled
        label={t('roster.leave_kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`roster.leave_${kind}`) }))}
        {...value('kind')}
      />
      <div className={styles.pair}>
        <DateField
          required
          label={t('roster.first_day')}
          today={today()}
          {...value('from')}
          onChange={(from) => setTyped({ ...typed, from, until: [from, typed.until].sort()[1] ?? from })}
        />
        <DateField required label={t('roster.last_day_away')} today={today()} min={typed.from} {...value('until')} />
      </div>
      {typed.kind === 'illness' && (
        <div className={styles.stack}>
          <TextField
            autoComplete="off"
            label={t('time.symptoms')}
            hint={t('time.symptoms_hint')}
            {...text('symptoms')}
          />
          <Quick
            words={['fever', 'cough', 'nose', 'vomit', 'diarrhoea', 'rash']}
            prefix="time.symptom_"
            onWord={(word) =>
              setTyped({ ...typed, symptoms: [typed.symptoms.trim(), word].filter(Boolean).join(t('health.comma')) })
            }
          />
        </div>
      )}
      <Told typed={typed} onTyped={(told) => setTyped({ ...typed, ...told })} errors={errors} />
      <TextField autoComplete="off" label={t('roster.note')} {...text('note')} />
    </FormDialog>
  );
}
