import { useTranslation } from 'react-i18next';
import { Card, type Column, cx, Select, Table, Tag, type Tone } from '@/ui';
import styles from './Lists.module.css';
import type { Line, Override, Preview, Problem } from './lists.api';

const tones: Record<Line['outcome'], Tone> = { new: 'ok', changed: 'warn', same: 'plain', refused: 'bad' };
const outcomes = ['new', 'changed', 'same', 'refused'] as const;

interface Props {
  preview: Preview;
  onColumn: (override: Override) => void;
}

/** What a file would do: in figures, what is refused and how to mend it, every row, and how the columns were read. */
export function ListPreview({ preview, onColumn }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.panel}>
      <dl className={styles.outcome}>
        {outcomes.map((key) => (
          <div key={key}>
            <dt>{t(`lists.outcome_${key}`)}</dt>
            <dd className={cx(key === 'refused' && preview.counts.refused > 0 && styles.bad)}>{preview.counts[key]}</dd>
          </div>
        ))}
      </dl>
      <Problems problems={preview.problems} />
      <Lines preview={preview} />
      <Columns preview={preview} onColumn={onColumn} />
    </div>
  );
}

function Problems({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const columns: Column<Problem>[] = [
    {
      key: 'where',
      title: t('lists.where'),
      width: '170px',
      cell: ({ row, letter, heading, title }) => (
        <>
          <strong>{title}</strong>
          <br />
          {[t('lists.place_row', { row }), letter && t('lists.place_column', { letter }), heading]
            .filter(Boolean)
            .join(' ')}
        </>
      ),
    },
    {
      key: 'what',
      title: t('lists.what'),
      cell: (problem) => (
        <span className={styles.what}>
          <Tag tone={problem.refused ? 'bad' : 'warn'}>
            {t(problem.refused ? 'lists.outcome_refused' : 'lists.note')}
          </Tag>
          <span>{t(problem.code, { ns: 'fault', ...problem.args })}</span>
        </span>
      ),
    },
  ];
  const worst = [...problems].sort((a, b) => Number(b.refused) - Number(a.refused));
  return (
    <Card title={t('lists.problems')} note={t('lists.problems_note', { count: problems.length })} flush>
      <Table
        long
        label={t('lists.problems')}
        rows={worst}
        rowKey={({ row, letter, code }) => `${row} ${letter} ${code}`}
        columns={columns}
      />
    </Card>
  );
}

function Lines({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const rows = preview.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  if (rows.length === 0) return null;
  const columns: Column<Line>[] = [
    { key: 'row', title: t('lists.row'), width: '56px', cell: ({ row }) => row },
    { key: 'title', title: t('lists.whom'), width: '180px', cell: ({ title }) => <strong>{title}</strong> },
    {
      key: 'outcome',
      title: t('lists.outcome'),
      width: '90px',
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{t(`lists.outcome_${outcome}`)}</Tag>,
    },
    {
      key: 'changes',
      title: t('lists.changes'),
      cell: ({ changes }) => (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change.heading}>
              {change.heading}：<del>{change.old || t('lists.nothing')}</del> →{' '}
              <ins>{change.new || t('lists.nothing')}</ins>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Card title={t('lists.rows')} note={t('lists.rows_note', { count: rows.length })} flush>
      <Table long label={t('lists.rows')} rows={rows} rowKey={({ row }) => String(row)} columns={columns} />
    </Card>
  );
}

type Heading = Preview['columns'][number];

function Columns({ preview, onColumn }: Props) {
  const { t } = useTranslation();
  const numbered = preview.columns.some(({ field }) => field === '编号');
  if (numbered) return null; // our own headings: nothing to choose
  const options = preview.fields.map(({ key, label }) => ({ value: key, label }));
  const columns: Column<Heading>[] = [
    { key: 'letter', title: t('lists.column'), width: '52px', cell: ({ letter }) => letter },
    { key: 'heading', title: t('lists.heading'), width: '180px', cell: ({ heading }) => <strong>{heading}</strong> },
    {
      key: 'field',
      title: t('lists.read_as'),
      width: '200px',
      cell: (column) => (
        <Select
          aria-label={t('lists.read_as_of', { name: column.heading || column.letter })}
          value={column.field}
          placeholder={t('lists.ignored')}
          options={options}
          onChange={(field) => onColumn({ sheet: preview.sheet, column: column.column, field })}
        />
      ),
    },
    { key: 'samples', title: t('lists.samples'), wide: true, cell: ({ samples }) => samples.join('、') },
  ];
  return (
    <Card title={t('lists.columns')} note={t('lists.columns_note')} flush>
      <Table label={t('lists.columns')} rows={preview.columns} rowKey={({ letter }) => letter} columns={columns} />
    </Card>
  );
}
