import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Checks, TextField } from '@/ui';
import { useWrite } from '../roster.api';
import { addKind } from './consent.api';

/** Names something more that guardians are asked to agree to. */
export function KindDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState(true);
  const saving = useWrite(() => addKind({ id, name, wanted }), onDone);
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      title={t('consent.add_kind')}
      subtitle={t('consent.add_kind_what')}
      saving={saving}
      fields={['name']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <TextField
        required
        autoFocus
        autoComplete="off"
        label={t('consent.kind_name')}
        placeholder={t('consent.kind_like')}
        value={name}
        error={errors.name}
        onChange={(event) => setName(event.target.value)}
      />
      <Checks
        stacked
        legend={t('consent.wanted')}
        options={[{ value: 'yes', label: t('consent.wanted_what') }]}
        chosen={wanted ? ['yes'] : []}
        onChange={(chosen) => setWanted(chosen.length > 0)}
      />
    </FormDialog>
  );
}
