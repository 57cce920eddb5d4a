import { useTranslation } from 'react-i18next';
import { Card, type Column, Table, Tag, type Tone } from '@/ui';
import styles from './Import.module.css';
import type { Preview } from './import.api';

type Row = Preview['rows'][number];

const tones: Record<Row['status'], Tone> = { new: 'ok', same: 'plain', problem: 'bad' };

/** Every child as it would be written. */
export function ImportRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { rows, fields, counts } = preview;
  const sex: Record<string, string> = { male: t('import.male'), female: t('import.female') };
  const shown = fields.filter(({ key }) => rows.some((row) => row.values[key]));
  const columns: Column<Row>[] = [
    { key: 'row', title: t('import.row'), width: '56px', cell: (row) => row.row },
    {
      key: 'status',
      title: t('import.status'),
      width: '84px',
      cell: (row) => <Tag tone={tones[row.status]}>{t(`import.status_${row.status}`)}</Tag>,
    },
    ...shown.map(({ key, label }) => ({
      key,
      title: label,
      cell: (row: Row) => {
        const value = row.values[key] ?? '';
        return <span className={styles.value}>{sex[value] ?? value}</span>;
      },
    })),
  ];
  const note = rows.length < counts.rows ? 'import.rows_some' : 'import.rows_note';
  return (
    <Card title={t('import.rows')} note={t(note, { rows: counts.rows, shown: rows.length })} flush>
      <Table long label={t('import.rows')} rows={rows} rowKey={(row) => `${row.sheet} ${row.row}`} columns={columns} />
    </Card>
  );
}
