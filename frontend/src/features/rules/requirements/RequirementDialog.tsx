import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { FormDialog } from '@/form/FormDialog';
import { Checks, DateField, Segmented, SelectField, TextField } from '@/ui';
import { DemandInputs } from './DemandInputs';
import {
  addRequirement,
  changeRequirement,
  type FactKind,
  type Requirement,
  type Subject,
  useWrite,
} from './requirement.api';
import styles from './requirement.module.css';
import { fieldsOf, type Typed, typedOf } from './typed';
import { useWords } from './useWords';

interface Props {
  /** The version that is changed; absent when adding. */
  row?: Requirement;
  facts: FactKind[];
  onClose: () => void;
  onDone: (key: string) => void;
}

const order: Subject[] = ['child', 'person', 'nursery', 'room', 'class'];
const positions = ['director', 'caregiver', 'health', 'cook', 'guard', 'other'];
const severities = ['bad', 'warn', 'info'];
const placed = [
  ...['title', 'subject', 'facts', 'about', 'warnDays', 'severity', 'from', 'until', 'source', 'reason'],
  ...['kind', 'months', 'days', 'grace', 'amount', 'practice', 'times', 'period', 'at'].map((each) => `demand.${each}`),
];

/** Writes a requirement of the nursery's own, or a version that counts from a day on. */
export function RequirementDialog({ row, facts, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [typed, setTyped] = useState<Typed>(() => typedOf(row, today()));
  const body = fieldsOf(typed, row);
  const saving = useWrite<string>(async () => {
    if (!row) return (await addRequirement(body)).key;
    await changeRequirement(row.key, body);
    return row.key;
  }, onDone);
  const errors = useFieldSentences(saving.error);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const text = (field: 'title' | 'source' | 'reason' | 'warnDays') => ({
    label: t(`requirement.${field}`),
    value: typed[field],
    error: errors[field],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  const day = (field: 'from' | 'until') => ({
    label: t(`requirement.${field}`),
    value: typed[field],
    error: errors[field],
    today: today(),
    onChange: (value: string) => set({ [field]: value }),
  });
  const subjects = order.filter((each) => facts.some(({ subject }) => subject === each));
  const kinds = [
    ...new Set([...facts.filter(({ subject }) => subject === typed.subject).map(({ kind }) => kind), ...typed.facts]),
  ];
  return (
    <FormDialog
      wide
      title={t(row ? 'requirement.change' : 'requirement.add')}
      subtitle={t(row ? 'requirement.change_what' : 'requirement.add_what')}
      save={t('app.save')}
      saving={saving}
      fields={placed}
      onClose={onClose}
      onSave={() => saving.mutate()}
    >
      <TextField required autoFocus {...text('title')} />
      {!row && (
        <Segmented
          labelled
          label={t('requirement.about_whom')}
          value={typed.subject}
          error={errors.subject}
          choices={subjects.map((value) => ({ value, label: t(`requirement.subject_${value}`) }))}
          onChange={(value) => set({ subject: value as Subject, facts: [] })}
        />
      )}
      {typed.subject === 'person' && (
        <Checks
          legend={t('requirement.positions')}
          options={positions.map((value) => ({ value, label: t(`staff.position_${value}`) }))}
          chosen={typed.positions}
          error={errors.about}
          onChange={(chosen) => set({ positions: chosen })}
        />
      )}
      <Checks
        legend={t('requirement.facts')}
        options={kinds.map((value) => ({ value, label: words.fact(value) }))}
        chosen={typed.facts}
        error={errors.facts}
        onChange={(chosen) => set({ facts: chosen })}
      />
      <DemandInputs typed={typed} errors={errors} set={set} />
      <div className={styles.pair}>
        <DateField required {...day('from')} hint={row && t('requirement.from_hint')} />
        <DateField {...day('until')} hint={t('requirement.until_hint')} />
        <TextField inputMode="numeric" {...text('warnDays')} />
        <SelectField
          label={t('requirement.severity')}
          value={typed.severity}
          error={errors.severity}
          options={severities.map((value) => ({ value, label: t(`requirement.severity_${value}`) }))}
          onChange={(severity) => set({ severity })}
        />
      </div>
      <TextField required {...text('source')} hint={t('requirement.source_hint')} />
      {row && <TextField required {...text('reason')} />}
    </FormDialog>
  );
}
