import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { DateField } from '@/ui';
import { useWrite } from '../roster.api';
import { endGroup, type Group } from './groups.api';

interface Props {
  group: Group;
  onClose: () => void;
  onDone: () => void;
}

/** The last day of a combined group. */
export function EndGroup({ group, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [last, setLast] = useState(today());
  const saving = useWrite(
    () => endGroup(group.id ?? '', last),
    () => onDone(),
  );
  const errors = useFieldSentences(saving.error);
  return (
    <FormDialog
      danger
      title={t('groups.end_of', { name: group.name })}
      subtitle={t('groups.end_what')}
      save={t('groups.end')}
      saving={saving}
      fields={['lastDay']}
      onClose={onClose}
      onSave={() => saving.mutate(undefined)}
    >
      <DateField
        required
        label={t('staff.until')}
        today={today()}
        value={last}
        error={errors.lastDay}
        onChange={setLast}
      />
    </FormDialog>
  );
}
