import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { TextField } from '@/ui';
import type { ChildFile } from '../child/child.api';
import { useWrite } from '../roster.api';
import { AllergyInputs } from './AllergyInputs';
import { changeHealth } from './health.api';
import styles from './health.module.css';
import { IllnessInputs } from './IllnessInputs';

interface Props {
  child: ChildFile;
  onClose: () => void;
  onDone: () => void;
}

const fields = [
  ...['allergy', 'allergens', 'allergies', 'textSeverity', 'diet', 'dietNote', 'illness', 'illnesses', 'illnessNote'],
  ...['gestation', 'reason'],
];

/** Allergies, food, illnesses of a child; whoever may not know illnesses neither sees nor changes them. */
export function HealthSheet({ child, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const medical = useRight('roster.write_health');
  // As it was when the sheet opened: a change by others meanwhile must show.
  const [revision] = useState(child.revision);
  const [typed, setTyped] = useState(child.health);
  const [reason, setReason] = useState('');
  const saving = useWrite(() => changeHealth(child.id, { ...typed, medical, reason, revision }), onDone);
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      wide
      title={t('health.change_of', { name: child.nickname || child.name })}
      saving={saving}
      fields={fields}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <AllergyInputs typed={typed} onTyped={setTyped} errors={errors} />
      <p className={styles.source}>{t('health.source')}</p>
      {medical && <IllnessInputs typed={typed} onTyped={setTyped} errors={errors} />}
      <TextField
        autoComplete="off"
        label={t('roster.correction_why')}
        hint={t('roster.correction_hint')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
