import { useTranslation } from 'react-i18next';
import { Card, type Column, Table, Tag } from '@/ui';
import styles from './Import.module.css';
import type { Preview } from './import.api';

type Problem = Preview['problems'][number];

/** One line a problem: where it is, what is wrong and what to do; what stops a row comes first. */
export function ImportProblems({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { problems, fields, sheets } = preview;
  if (problems.length === 0) return null;
  const place = ({ row, letter, sheet }: Problem) =>
    [sheets.length > 1 && sheet, t('import.place_row', { row }), letter && t('import.place_column', { letter })]
      .filter(Boolean)
      .join(' ');
  const columns: Column<Problem>[] = [
    { key: 'where', title: t('import.where'), width: '130px', cell: place },
    {
      key: 'field',
      title: t('import.field'),
      width: '130px',
      wide: true,
      cell: (problem) => fields.find(({ key }) => key === problem.field)?.label ?? problem.field,
    },
    {
      key: 'what',
      title: t('import.what'),
      cell: (problem) => (
        <span className={styles.what}>
          <Tag tone={problem.severity === 'error' ? 'bad' : 'warn'}>{t(`import.${problem.severity}`)}</Tag>
          <span>{t(`intake.${problem.code}`, { ns: 'fault', ...problem.args })}</span>
        </span>
      ),
    },
  ];
  const worstFirst = [...problems].sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
  return (
    <Card title={t('import.problems')} note={t('import.problems_note', { count: problems.length })} flush>
      <Table
        long
        label={t('import.problems')}
        rows={worstFirst}
        rowKey={(problem) => `${problem.sheet} ${problem.row} ${problem.column} ${problem.code}`}
        columns={columns}
      />
    </Card>
  );
}
