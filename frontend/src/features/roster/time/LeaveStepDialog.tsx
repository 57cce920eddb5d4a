import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, today } from '@/api/clock';
import { useMe } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { Told } from './Told';
import { calledBy, tellLeave, type Who } from './time.api';

type Act = 'extended' | 'ended' | 'returned';

interface Leave {
  /** Of its last act. */
  id: string;
  from: string;
  until: string;
  kind: string;
  /** Back already, while the proof is missing. */
  returnedOn?: string;
}

interface Props {
  child: Who;
  leave: Leave;
  onClose: () => void;
  onDone: () => void;
}

/** What can be told of a leave on a day: nobody is back from one that has not begun. */
const actsOf = ({ from, until, returnedOn }: Leave): Act[] => {
  if (returnedOn) return ['returned'];
  const acts: Act[] = from < today() ? ['returned', 'extended'] : ['extended'];
  return from < until ? [...acts, 'ended'] : acts;
};

/** A leave lasts longer, ends sooner, or the child is back, with or without a proof. */
export function LeaveStepDialog({ child, leave, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const acts = actsOf(leave);
  const first = acts[0] ?? 'extended';
  const usual: Record<Act, string> = {
    extended: addDays([leave.until, today()].sort()[1] ?? leave.until, 1),
    ended: today() >= leave.from && today() < leave.until ? today() : leave.from,
    returned: leave.returnedOn || today(),
  };
  const [typed, setTyped] = useState({
    ...{ act: first as string, day: usual[first], symptoms: '', note: '', proof: '' },
    ...{ toldBy: '', toldHow: '', toldTo: me.name },
  });
  const saving = useWrite(() => tellLeave(leave.id, typed), onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  const proofs = leave.returnedOn ? ['shown', 'not_needed'] : ['shown', 'missing', 'not_needed'];
  return (
    <FormDialog
      title={t('time.step_of', { name: calledBy(child) })}
      subtitle={t('time.step_what', { from: leave.from, until: leave.until, kind: t(`roster.leave_${leave.kind}`) })}
      saving={saving}
      fields={Object.keys(typed)}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      {acts.length > 1 && (
        <Segmented
          labelled
          label={t('time.step')}
          choices={acts.map((act) => ({ value: act, label: t(`time.act_${act}`) }))}
          {...value('act')}
          onChange={(act) => setTyped({ ...typed, act, day: usual[act as Act] })}
        />
      )}
      {!leave.returnedOn && (
        <DateField
          required
          label={t(typed.act === 'returned' ? 'time.returned_on' : 'roster.last_day_away')}
          today={today()}
          max={typed.act === 'returned' ? today() : undefined}
          {...value('day')}
        />
      )}
      {typed.act === 'returned' && (
        <Segmented
          labelled
          label={t(leave.kind === 'illness' ? 'time.proof_illness' : 'time.proof')}
          choices={proofs.map((proof) => ({ value: proof, label: t(`time.proof_${proof}`) }))}
          {...value('proof')}
        />
      )}
      {typed.act === 'extended' && leave.kind === 'illness' && (
        <TextField autoComplete="off" label={t('time.symptoms_now')} {...text('symptoms')} />
      )}
      <Told typed={typed} onTyped={(told) => setTyped({ ...typed, ...told })} errors={errors} />
      <TextField
        autoComplete="off"
        label={t(typed.act === 'returned' ? 'time.proof_note' : 'roster.note')}
        {...text('note')}
      />
    </FormDialog>
  );
}
