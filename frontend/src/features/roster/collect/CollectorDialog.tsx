import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useRight } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { inputs } from '@/form/inputs';
import { DateField, Segmented, SelectField, TextField } from '@/ui';
import type { ChildFile } from '../child/child.api';
import styles from '../Form.module.css';
import { useWrite } from '../roster.api';
import { addCollector, type Collector, changeCollector, type NewCollector } from './collect.api';

const kinds = ['standing', 'once', 'never'] as const;

interface Props {
  child: ChildFile;
  /** None for a new one. */
  present?: Collector;
  onClose: () => void;
  onDone: () => void;
}

const blank = (kind: NewCollector['kind']): NewCollector => ({
  ...{ id: newId(), kind, guardianId: '', name: '', relation: '', phone: '', idLast4: '' },
  ...{ authorisedBy: '', from: today(), until: '', reason: '', revision: 0 },
});

/** Names somebody who may collect, for good or on one day, or who must not. */
export function CollectorDialog({ child, present, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const [typed, setTyped] = useState<NewCollector>(() =>
    present ? { ...present, phone: '', reason: '' } : blank(keeps ? 'standing' : 'once'),
  );
  const saving = useWrite(async () => {
    const { id, kind, guardianId, name, relation, phone, idLast4, authorisedBy, from, until, reason, revision } = typed;
    const body = { id, kind, guardianId, name, relation, phone, idLast4, authorisedBy, from, until, reason, revision };
    await (present ? changeCollector(child.id, body) : addCollector(child.id, body));
  }, onDone);
  const errors = useFieldSentences(saving.error);
  const { text, value } = inputs(typed, setTyped, errors);
  const { kind } = typed;
  return (
    <FormDialog
      title={t(present ? 'collect.change' : kind === 'once' && !keeps ? 'collect.one_day' : 'collect.add')}
      saving={saving}
      fields={['name', 'relation', 'phone', 'idLast4', 'authorisedBy', 'from', 'until', 'reason', 'kind']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      {keeps && !present && (
        <Segmented
          labelled
          label={t('collect.may')}
          choices={kinds.map((each) => ({
            value: each,
            label: t(`collect.kind_${each}`),
            tone: each === 'never' ? ('bad' as const) : undefined,
          }))}
          {...value('kind')}
        />
      )}
      {kind === 'never' && child.guardians.length > 0 && !present && (
        <SelectField
          label={t('collect.who_never')}
          placeholder={t('collect.not_guardian')}
          options={child.guardians.map(({ id, name, relation }) => ({ value: id, label: `${name} ${relation}` }))}
          {...value('guardianId')}
        />
      )}
      {!typed.guardianId && (
        <>
          <div className={styles.pair}>
            <TextField required autoFocus autoComplete="off" label={t('roster.name')} {...text('name')} />
            <TextField
              autoComplete="off"
              label={t('roster.relation')}
              placeholder={t('collect.relation_like')}
              {...text('relation')}
            />
          </div>
          <div className={styles.pair}>
            <TextField
              type="tel"
              inputMode="tel"
              autoComplete="off"
              label={t('roster.phone')}
              hint={present?.phoneMasked ? t('roster.phone_keep', { masked: present.phoneMasked }) : undefined}
              {...text('phone')}
            />
            <TextField
              autoComplete="off"
              label={t('collect.last4')}
              hint={t('collect.last4_hint')}
              {...text('idLast4')}
            />
          </div>
        </>
      )}
      {kind === 'once' ? (
        <div className={styles.pair}>
          <DateField required label={t('collect.day')} today={today()} {...value('from')} />
          <TextField
            required
            autoComplete="off"
            label={t('collect.authorised_by')}
            placeholder={t('collect.authorised_like')}
            {...text('authorisedBy')}
          />
        </div>
      ) : (
        <div className={styles.pair}>
          <DateField required label={t('roster.from')} today={today()} {...value('from')} />
          <DateField label={t('collect.last_day')} today={today()} {...value('until')} />
        </div>
      )}
      {kind === 'never' && (
        <TextField
          required
          autoComplete="off"
          label={t('roster.reason')}
          hint={t(present ? 'collect.reason_keep' : 'collect.reason_hint')}
          {...text('reason')}
        />
      )}
    </FormDialog>
  );
}
