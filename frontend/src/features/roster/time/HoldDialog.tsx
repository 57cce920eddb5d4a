import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, TextField } from '@/ui';
import form from '../Form.module.css';
import { useWrite } from '../roster.api';
import { Quick } from './Quick';
import { calledBy, changeHold, type Hold, setHold, type Who } from './time.api';

interface Props {
  child: Who;
  /** Changed; none for a new one. */
  hold?: Hold;
  onClose: () => void;
  onDone: () => void;
}

/** A child must stay away until a day, and until a proof where one is needed. */
export function HoldDialog({ child, hold, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({
    from: hold?.from ?? today(),
    until: hold?.until ?? addDays(today(), 6),
    needs: hold && !hold.needsProof ? 'no' : ('yes' as string),
    wanted: hold?.wanted ?? t('time.hold_wanted_usual'),
    reason: hold?.reason ?? '',
  });
  const { from, until, wanted, reason } = typed;
  const body = { until, needsProof: typed.needs === 'yes', wanted, reason };
  const saving = useWrite<void, unknown>(
    () => (hold ? changeHold(hold.id, body) : setHold(child.id, { ...body, id, from })),
    onDone,
  );
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      title={t(hold ? 'time.hold_change_of' : 'time.hold_of', { name: calledBy(child) })}
      subtitle={t('time.hold_what')}
      saving={saving}
      fields={Object.keys(typed)}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <div className={form.stack}>
        <TextField
          required
          autoFocus
          autoComplete="off"
          label={t('roster.reason')}
          hint={t('time.hold_reason_hint')}
          {...text('reason')}
        />
        <Quick
          words={['hfmd', 'chickenpox', 'flu', 'noro', 'contact']}
          prefix="time.hold_for_"
          onWord={(word) => setTyped({ ...typed, reason: word })}
        />
      </div>
      <div className={form.pair}>
        {!hold && <DateField required label={t('roster.from')} today={today()} {...value('from')} />}
        <DateField
          required
          label={t('time.hold_until')}
          hint={t('time.hold_until_hint')}
          today={today()}
          min={from}
          {...value('until')}
        />
      </div>
      <Segmented
        labelled
        label={t('time.hold_proof_ask')}
        choices={['yes', 'no'].map((each) => ({ value: each, label: t(`time.hold_proof_${each}`) }))}
        {...value('needs')}
      />
      {typed.needs === 'yes' && <TextField autoComplete="off" label={t('time.hold_wanted')} {...text('wanted')} />}
    </FormDialog>
  );
}
