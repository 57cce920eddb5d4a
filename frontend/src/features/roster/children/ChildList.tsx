import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { Button, Card, type Column, Table } from '@/ui';
import { useClasses } from '../roster.api';
import { ChildTags } from './ChildTags';
import { type Listed, pageSize } from './children.api';
import styles from './children.module.css';
import { Names } from './Names';

interface Props {
  rows: Listed[];
  total: number;
  onOpen: (child: Listed) => void;
  /** Asks for the next page; none when all are shown. */
  onMore?: () => void;
  busy: boolean;
}

/** The children, one line each; on phones who, where and what to mind. */
export function ChildList({ rows, total, onOpen, onMore, busy }: Props) {
  const { t } = useTranslation();
  const keeps = useRight('roster.write');
  const guardians = useRight('roster.guardians');
  const rest = total - rows.length;
  const classes = useClasses().data ?? [];
  const className = (child: Listed) =>
    classes.find(({ id }) => id === child.classId)?.name ?? (child.classId ? '' : t('roster.no_class'));
  const age = (child: Listed) => t('roster.age', { months: child.ageMonths });
  const columns: Column<Listed>[] = [
    {
      key: 'who',
      title: t('roster.child'),
      cell: (child) => <Names child={child} under={`${className(child)} · ${age(child)}`} />,
    },
    { key: 'class', title: t('roster.class'), wide: true, cell: className },
    {
      key: 'mode',
      title: t('roster.mode'),
      wide: true,
      cell: (child) => child.mode && <span className={styles.line}>{t(`roster.mode_${child.mode}`)}</span>,
    },
    { key: 'age', title: t('roster.age_months'), wide: true, align: 'end', cell: (child) => child.ageMonths },
    {
      key: 'sex',
      title: t('roster.sex'),
      wide: true,
      cell: (child) => (child.sex ? t(`roster.sex_${child.sex}`) : ''),
    },
    ...(guardians
      ? [
          {
            key: 'guardian',
            title: t('roster.guardian_first'),
            wide: true,
            cell: ({ guardian }: Listed) =>
              guardian && (
                <span className={styles.names}>
                  <span className={styles.line}>
                    {guardian.relation ? `${guardian.name}（${guardian.relation}）` : guardian.name}
                  </span>
                  <span className={styles.quiet}>{guardian.phoneMasked}</span>
                </span>
              ),
          },
        ]
      : []),
    { key: 'tags', title: t('roster.mind'), cell: (child) => <ChildTags child={child} showId={keeps} /> },
  ];
  return (
    <Card flush>
      <Table
        label={t('roster.children')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        onEnd={busy ? undefined : onMore}
      />
      {onMore && (
        <div className={styles.more}>
          <span>{t('roster.shown', { shown: rows.length, total })}</span>
          <Button busy={busy} onClick={onMore}>
            {rest > pageSize ? t('roster.show_more', { count: pageSize }) : t('roster.show_rest', { count: rest })}
          </Button>
        </div>
      )}
    </Card>
  );
}
