import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Button, Dialog, TextField } from '@/ui';
import { type Fields, Spot } from './fields';
import { revealLegalPerson } from './nursery.api';
import styles from './ProfileForm.module.css';

/** The legal person's ID number: never shown by itself, opened with a reason. */
export function LegalPersonId({ form }: { form: Fields }) {
  const { t } = useTranslation();
  const { hasLegalPersonId, legalPersonId } = form.typed;
  return (
    <Spot name="legalPersonId">
      <TextField
        label={t('nursery.legalPersonId')}
        hint={t(hasLegalPersonId ? 'nursery.legalPersonId_kept' : 'nursery.legalPersonId_hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={24}
        placeholder={hasLegalPersonId ? '••••••••••••••••••' : undefined}
        value={legalPersonId ?? ''}
        error={form.errors.legalPersonId}
        disabled={form.readOnly}
        onChange={(event) => form.set({ legalPersonId: event.target.value || undefined })}
      />
      {hasLegalPersonId && !form.readOnly && (
        <Button kind="text" size="small" icon="eye" className={styles.under} onClick={form.onReveal}>
          {t('nursery.reveal')}
        </Button>
      )}
    </Spot>
  );
}

/** Opens the number for one look; who, when and why is kept. */
export function RevealLegalPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const opening = useMutation({ mutationFn: () => revealLegalPerson(reason), gcTime: 0 });
  const errors = useFieldSentences(opening.error);
  if (opening.data !== undefined)
    return (
      <Dialog title={t('nursery.legalPersonId')} closeLabel={t('app.close')} onClose={onClose} onSubmit={onClose}>
        <p className={styles.number}>{opening.data}</p>
      </Dialog>
    );
  return (
    <FormDialog
      title={t('nursery.legalPersonId')}
      subtitle={t('nursery.reveal_why')}
      save={t('nursery.reveal')}
      saving={opening}
      fields={['reason']}
      onClose={onClose}
      onSave={() => opening.mutate()}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t('nursery.reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
