import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { calledBy, type Hold, releaseHold, type Who } from './time.api';

interface Props {
  child: Who;
  hold: Hold;
  onClose: () => void;
  onDone: () => void;
}

/** Lets a child come again; before the last day or without the proof it says why. */
export function ReleaseDialog({ child, hold, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ on: today(), proof: '' as string, note: '' });
  const saving = useWrite(() => releaseHold(hold.id, typed), onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  const short = typed.on <= hold.until || (hold.needsProof && typed.proof !== '' && typed.proof !== 'shown');
  return (
    <FormDialog
      title={t('time.release_of', { name: calledBy(child) })}
      subtitle={
        hold.needsProof
          ? t('time.release_what', { until: hold.until, proof: hold.wanted || t('time.hold_wanted_usual') })
          : t('time.release_plain', { until: hold.until })
      }
      save={t('time.release')}
      saving={saving}
      fields={Object.keys(typed)}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField required label={t('time.release_on')} today={today()} min={hold.from} {...value('on')} />
      <Segmented
        labelled
        label={t('time.proof')}
        choices={['shown', 'missing', 'not_needed'].map((proof) => ({ value: proof, label: t(`time.proof_${proof}`) }))}
        {...value('proof')}
      />
      <TextField
        required={short}
        autoComplete="off"
        label={t(short ? 'time.release_why' : 'time.proof_note')}
        {...text('note')}
      />
    </FormDialog>
  );
}
