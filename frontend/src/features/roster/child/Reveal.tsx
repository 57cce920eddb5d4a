import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Loading, Notice, TextField } from '@/ui';
import form from '../Form.module.css';
import { FormDialog } from '../FormDialog';
import { reveal } from './child.api';

interface IdProps {
  childId: string;
  name: string;
  onClose: () => void;
}

const reasons = ['filing', 'parents', 'insurance'];

/** Opens an ID number for one look; the reason is kept with who looked. */
export function RevealId({ childId, name, onClose }: IdProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const opening = useMutation({
    mutationFn: () => reveal(childId, { what: 'idNumber', guardianId: '', reason }),
    gcTime: 0,
  });
  const errors = useFieldSentences(opening.error);
  if (opening.data) return <Opened title={t('roster.id_of', { name })} value={opening.data} onClose={onClose} />;
  return (
    <FormDialog
      title={t('roster.id_of', { name })}
      subtitle={t('roster.reveal_why')}
      save={t('roster.reveal')}
      saving={opening}
      fields={['reason']}
      onClose={onClose}
      onSave={() => opening.mutate()}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t('roster.reason')}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={form.quick}>
        {reasons.map((each) => (
          <Button key={each} size="small" onClick={() => setReason(t(`roster.reveal_${each}`))}>
            {t(`roster.reveal_${each}`)}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}

interface OpenedProps {
  title: string;
  value: string;
  call?: boolean;
  onClose: () => void;
}

function Opened({ title, value, call, onClose }: OpenedProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      subtitle={t('roster.revealed_note')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <>
          {call && (
            <a className={form.call} href={`tel:${value}`}>
              {t('roster.call')}
            </a>
          )}
          <Button type="submit" autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className={form.big}>{value}</p>
    </Dialog>
  );
}

interface PhoneProps {
  guardian: { id: string; name: string };
  opening: { isPending: boolean; data?: string; error: unknown };
  onClose: () => void;
}

/** A phone opened by one tap: parents are called in a hurry. The tap is kept as 'to call the parents'. */
export function RevealedPhone({ guardian, opening, onClose }: PhoneProps) {
  const { t } = useTranslation();
  const errors = useFieldSentences(opening.error);
  const title = t('roster.phone_of', { name: guardian.name });
  if (opening.data) return <Opened call title={title} value={opening.data} onClose={onClose} />;
  return (
    <Dialog title={title} closeLabel={t('app.close')} onClose={onClose}>
      {opening.error ? (
        <Notice tone="bad" alert>
          {Object.values(errors)[0]}
        </Notice>
      ) : (
        <Loading label={t('app.loading')} />
      )}
    </Dialog>
  );
}
