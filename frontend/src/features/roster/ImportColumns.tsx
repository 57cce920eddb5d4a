import { useTranslation } from 'react-i18next';
import { Card, type Column, Select, Table } from '@/ui';
import styles from './Import.module.css';
import type { Override, Preview } from './import.api';

type Heading = Preview['sheets'][number]['columns'][number];

/** How each column was understood; the person has the last word. */
export function ImportColumns({ preview, onColumn }: { preview: Preview; onColumn: (override: Override) => void }) {
  const { t } = useTranslation();
  const options = preview.fields.map(({ key, label }) => ({ value: key, label }));
  return preview.sheets.map((sheet) => {
    const columns: Column<Heading>[] = [
      { key: 'letter', title: t('import.column'), width: '52px', cell: (column) => column.letter },
      {
        key: 'heading',
        title: t('import.heading'),
        width: '180px',
        cell: (column) => <strong>{column.heading}</strong>,
      },
      {
        key: 'field',
        title: t('import.read_as'),
        width: '190px',
        cell: (column) => (
          <Select
            aria-label={t('import.read_as_of', { name: column.heading || column.letter })}
            value={column.field}
            placeholder={t('import.ignored')}
            options={options}
            onChange={(field) => onColumn({ sheet: sheet.name, column: column.column, field })}
          />
        ),
      },
      {
        key: 'samples',
        title: t('import.samples'),
        wide: true,
        cell: (column) => <span className={styles.quiet}>{column.samples.join('、')}</span>,
      },
    ];
    const title = t('import.columns_of', { name: sheet.name || preview.fileName });
    return (
      <Card key={sheet.name} title={title} note={t('import.columns_note')} flush>
        <Table label={title} rows={sheet.columns} rowKey={(column) => column.letter} columns={columns} />
      </Card>
    );
  });
}
