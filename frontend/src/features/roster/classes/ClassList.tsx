import { useTranslation } from 'react-i18next';
import { Card, type Column, Table, Tag } from '@/ui';
import type { ClassFile } from './classes.api';
import styles from './classes.module.css';

interface Props {
  classes: ClassFile[];
  /** Only for who may change them. */
  onOpen?: (row: ClassFile) => void;
}

/** The classes with who is in them and what is still free. */
export function ClassList({ classes, onOpen }: Props) {
  const { t } = useTranslation();
  const columns: Column<ClassFile>[] = [
    {
      key: 'name',
      title: t('roster.class'),
      cell: (row) => (
        <span className={styles.name}>
          <strong>{row.name}</strong>
          <span className={styles.under}>{t(`roster.kind_${row.kind}`)}</span>
          {!row.open && <Tag>{t('classes.closed_now')}</Tag>}
        </span>
      ),
    },
    { key: 'kind', title: t('roster.kind'), wide: true, cell: (row) => t(`roster.kind_${row.kind}`) },
    { key: 'room', title: t('classes.room'), wide: true, cell: (row) => row.room },
    { key: 'places', title: t('roster.enrolled_places'), cell: (row) => <Filled row={row} /> },
    { key: 'free', title: t('roster.free'), cell: (row) => <Free row={row} /> },
    {
      key: 'caregivers',
      title: t('roster.caregivers'),
      wide: true,
      cell: (row) =>
        row.caregivers?.length ? row.caregivers.join('、') : <Tag tone="warn">{t('roster.no_caregiver')}</Tag>,
    },
  ];
  return (
    <Card flush>
      <Table label={t('app.nav_classes')} rows={classes} columns={columns} rowKey={({ id }) => id} onOpen={onOpen} />
    </Card>
  );
}

function Filled({ row }: { row: ClassFile }) {
  const enrolled = row.enrolled ?? 0;
  return (
    <span className={styles.filled}>
      <span className={styles.count}>
        {enrolled} / {row.places}
      </span>
      <span className={styles.track} aria-hidden="true">
        <i style={{ width: `${Math.min(100, (enrolled / Math.max(1, row.places)) * 100)}%` }} />
      </span>
    </span>
  );
}

function Free({ row }: { row: ClassFile }) {
  const { t } = useTranslation();
  const free = row.places - (row.enrolled ?? 0);
  if (free < 0) return <Tag tone="bad">{t('roster.over', { count: -free })}</Tag>;
  if (free === 0) return <Tag>{t('roster.full')}</Tag>;
  return <span>{free}</span>;
}
