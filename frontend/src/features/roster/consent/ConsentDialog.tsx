import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, SelectField, TextField } from '@/ui';
import type { ChildFile } from '../child/child.api';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { type Kind, keepFile, type NewConsent, recordConsent } from './consent.api';
import { Given } from './Given';
import { type Signed, Signing } from './Signing';

const decisions = ['given', 'refused'] as const;
const ways = ['id_card', 'known', 'phone'] as const;

interface Props {
  child: ChildFile;
  kind: Kind;
  withdraw?: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Keeps what a guardian has decided; refusing takes no more taps than agreeing. */
export function ConsentDialog({ child, kind, withdraw, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<NewConsent>(() => ({
    ...{ id: newId(), kindId: kind.id, guardianId: child.guardians[0]?.id ?? '', verified: '', on: today() },
    ...{ endsOn: '', number: '', scopes: [], told: [], couldRefuse: false, textId: kind.text?.id ?? '' },
    ...{ signed: 'act', fileId: '', note: '', decision: withdraw ? ('withdrawn' as const) : ('given' as const) },
  }));
  const [signed, setSigned] = useState<Signed>({ how: 'act', file: null });
  const saving = useWrite(async () => {
    const fileId = signed.file ? await keepFile(child.id, signed.file.name, await signed.file.read()) : '';
    await recordConsent(child.id, { ...typed, signed: signed.how, fileId });
  }, onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  return (
    <FormDialog
      wide
      title={t(withdraw ? 'consent.withdraw_of' : 'consent.record_of', {
        kind: kind.name,
        name: child.nickname || child.name,
      })}
      subtitle={withdraw ? t('consent.withdraw_what') : undefined}
      saving={saving}
      fields={['guardianId', 'verified', 'on', 'endsOn', 'number', 'scopes', 'told', 'couldRefuse', 'signed', 'note']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      {!withdraw && (
        <Segmented
          labelled
          label={t('consent.decision')}
          choices={decisions.map((each) => ({ value: each, label: t(`consent.decision_${each}`) }))}
          {...value('decision')}
        />
      )}
      <div className={styles.pair}>
        <SelectField
          label={t('consent.guardian')}
          options={child.guardians.map(({ id, name, relation }) => ({ value: id, label: `${name} ${relation}` }))}
          {...value('guardianId')}
        />
        <SelectField
          label={t('consent.verified')}
          placeholder={t('consent.verified_none')}
          options={ways.map((each) => ({ value: each, label: t(`consent.verified_${each}`) }))}
          {...value('verified')}
        />
      </div>
      <div className={styles.pair}>
        <DateField
          required
          label={t(kind.form === 'agreement' && !withdraw ? 'consent.signed_on' : 'consent.on')}
          today={today()}
          max={today()}
          {...value('on')}
        />
        <TextField autoComplete="off" label={t('consent.note')} {...text('note')} />
      </div>
      {typed.decision === 'given' && <Given kind={kind} typed={typed} onTyped={setTyped} errors={errors} />}
      <Signing signed={signed} onSigned={setSigned} error={errors.signed ?? errors.file} />
    </FormDialog>
  );
}
