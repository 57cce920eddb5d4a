import { useTranslation } from 'react-i18next';
import { dayOf, timeOfDay } from '@/api/clock';
import { useDayWords } from '@/api/days';
import { Button, Card, Table } from '@/ui';
import styles from './Filing.module.css';
import type { Filed, Form } from './filing.api';

interface Props {
  filed: Filed[];
  forms: Form[];
  /** Absent for those who may not have the workbooks. */
  onSave?: (filed: Filed) => void;
  saving: string;
}

/** What was filed, newest first, each byte for byte as it was then. */
export function FiledList({ filed, forms, onSave, saving }: Props) {
  const { t } = useTranslation();
  const words = useDayWords();
  const names = new Map(forms.map((form) => [form.id, form.name]));
  const month = (period: string) =>
    t('filing.month_name', { year: period.slice(0, 4), month: Number(period.slice(5)) });
  return (
    <Card title={t('filing.filed')} note={t('filing.filed_note')} flush className={styles.noPrint}>
      <Table
        label={t('filing.filed')}
        rows={filed}
        rowKey={({ id }) => id}
        empty={<p className={styles.nothing}>{t('filing.filed_none')}</p>}
        columns={[
          {
            key: 'form',
            title: t('filing.form'),
            cell: (each) => (
              <span className={styles.filedForm}>
                <strong>{month(each.period)}</strong>
                <span>{names.get(each.form) ?? each.form}</span>
              </span>
            ),
          },
          {
            key: 'at',
            title: t('filing.at'),
            cell: (each) => `${words(dayOf(each.at))} ${timeOfDay(each.at)}`,
          },
          { key: 'by', title: t('filing.by'), width: '90px', wide: true, cell: (each) => each.by },
          {
            key: 'sha',
            title: t('filing.sha'),
            width: '100px',
            wide: true,
            cell: (each) => <span title={each.sha256}>{each.sha256.slice(0, 8)}</span>,
          },
          { key: 'version', title: t('filing.version'), width: '80px', wide: true, cell: (each) => each.version },
          ...(onSave
            ? [
                {
                  key: 'save',
                  title: '',
                  align: 'end' as const,
                  cell: (each: Filed) => (
                    <Button
                      kind="text"
                      size="small"
                      busy={saving === each.id}
                      aria-label={t('filing.save_copy_of', { name: each.fileName })}
                      onClick={() => onSave(each)}
                    >
                      {t('filing.save_copy')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
