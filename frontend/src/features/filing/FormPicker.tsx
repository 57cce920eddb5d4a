import { useTranslation } from 'react-i18next';
import { Notice, Select, Tabs } from '@/ui';
import styles from './Filing.module.css';
import type { Form } from './filing.api';

interface Props {
  forms: Form[];
  form: Form;
  onForm: (id: string) => void;
  months: string[];
  period: string;
  onPeriod: (period: string) => void;
}

/** Which return and which month, and honestly what is known of the form itself. */
export function FormPicker({ forms, form, onForm, months, period, onPeriod }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.picker}>
        <Tabs
          label={t('filing.forms')}
          look="card"
          tabs={forms.map((each) => ({
            key: each.id,
            label: each.name,
            note: `${t(`filing.cadence_${each.cadence}`)} · ${t(each.proven ? 'filing.proven' : 'filing.unproven')}`,
          }))}
          value={form.id}
          onChange={onForm}
        />
        <div className={styles.month}>
          <Select
            aria-label={t('filing.month')}
            value={period}
            options={months.map((value, at) => ({
              value,
              label: t(at === 0 ? 'filing.month_running' : 'filing.month_name', {
                year: value.slice(0, 4),
                month: Number(value.slice(5)),
              }),
            }))}
            onChange={onPeriod}
          />
        </div>
      </div>
      <Notice tone={form.proven ? 'info' : 'warn'}>
        {form.note}
        <span className={styles.proof}>
          {t(form.proven ? 'filing.proof_proven' : 'filing.proof', { source: form.source, grade: form.grade })}
        </span>
      </Notice>
    </>
  );
}
