import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField, TextField, toast } from '@/ui';
import { type Site, saveSite, useWrite } from './nursery.api';

/** Writes down a further address, or changes one. */
export function SiteDialog({ start, onClose }: { start: Partial<Site>; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Site>({
    name: '',
    address: '',
    note: '',
    closedOn: '',
    revision: 0,
    ...start,
    id: start.id || newId(),
  });
  const saving = useWrite(
    () => saveSite(typed),
    () => {
      toast(t('nursery.site_saved'), 'ok');
      onClose();
    },
  );
  const errors = useFieldSentences(saving.error);
  const text = (field: 'name' | 'address' | 'note') => ({
    label: t(`nursery.site_${field}`),
    value: typed[field],
    error: errors[field],
    autoComplete: 'off',
    onChange: ({ target: { value } }: { target: { value: string } }) => setTyped({ ...typed, [field]: value }),
  });
  return (
    <FormDialog
      title={t(start.revision ? 'nursery.site_change' : 'nursery.site_add')}
      subtitle={t('nursery.site_what')}
      saving={saving}
      fields={['name', 'address', 'note', 'closedOn']}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <TextField required autoFocus {...text('name')} />
      <TextField required {...text('address')} />
      <TextField {...text('note')} />
      {start.revision ? (
        <DateField
          label={t('nursery.closedOn')}
          hint={t('nursery.closedOn_hint')}
          value={typed.closedOn}
          today={today()}
          error={errors.closedOn}
          onChange={(closedOn) => setTyped({ ...typed, closedOn })}
        />
      ) : null}
    </FormDialog>
  );
}
