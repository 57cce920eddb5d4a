import { useTranslation } from 'react-i18next';
import { Button, Icon, SelectField, TextField } from '@/ui';
import styles from '../Form.module.css';

export interface TypedGuardian {
  id: string;
  name: string;
  relation: string;
  phone: string;
}

/** The usual relations, as they are written in registers. */
export const relations = ['母亲', '父亲', '奶奶', '爷爷', '外婆', '外公', '其他'];

/** The usual relations, and the one that is there already. */
export const relationOptions = (present: string) =>
  [...new Set([...relations, present])].filter(Boolean).map((value) => ({ value, label: value }));

interface Props {
  guardian: TypedGuardian;
  /** Sentences by field: name, phone. */
  errors: { name?: string; phone?: string };
  onChange: (guardian: TypedGuardian) => void;
  onRemove?: () => void;
}

/** One guardian on the form of a new child. */
export function GuardianInputs({ guardian, errors, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.guardian}>
      <TextField
        label={t('roster.guardian_name')}
        autoComplete="off"
        value={guardian.name}
        error={errors.name}
        onChange={(event) => onChange({ ...guardian, name: event.target.value })}
      />
      <SelectField
        label={t('roster.relation')}
        value={guardian.relation}
        placeholder={t('roster.choose')}
        options={relationOptions(guardian.relation)}
        onChange={(relation) => onChange({ ...guardian, relation })}
      />
      <TextField
        label={t('roster.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={guardian.phone}
        error={errors.phone}
        onChange={(event) => onChange({ ...guardian, phone: event.target.value })}
      />
      {onRemove && (
        <Button className={styles.remove} kind="text" onClick={onRemove} aria-label={t('roster.guardian_drop')}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}
