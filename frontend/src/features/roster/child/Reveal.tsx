import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Button, TextField } from '@/ui';
import form from '../Form.module.css';
import { reveal } from './child.api';
import { Opened } from './Opened';

interface Props {
  title: string;
  /** Reasons that are given often, as keys. */
  usual: string[];
  call?: boolean;
  open: (reason: string) => Promise<string>;
  onClose: () => void;
}

/** Asks why a masked value is needed, and opens it for one look; the reason is kept with who looked. */
export function Reveal({ title, usual, call, open, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const opening = useMutation({ mutationFn: () => open(reason), gcTime: 0 });
  const errors = useFieldSentences(opening.error);
  if (opening.data) return <Opened title={title} value={opening.data} call={call} onClose={onClose} />;
  return (
    <FormDialog
      title={title}
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
        {usual.map((each) => (
          <Button key={each} size="small" onClick={() => setReason(t(each))}>
            {t(each)}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}

const usualForId = ['roster.reveal_filing', 'roster.reveal_parents', 'roster.reveal_insurance'];

interface NumberProps {
  childId: string;
  what: 'idNumber' | 'certificate' | 'insurance';
  name: string;
  onClose: () => void;
}

/** Opens an ID number, or that of the birth certificate or the insurance. */
export function RevealNumber({ childId, what, name, onClose }: NumberProps) {
  const { t } = useTranslation();
  const open = (reason: string) => reveal(childId, { what, guardianId: '', reason });
  return <Reveal title={t(`roster.${what}_of`, { name })} usual={usualForId} open={open} onClose={onClose} />;
}
