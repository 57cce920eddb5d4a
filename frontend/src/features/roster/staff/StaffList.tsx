import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { Avatar, Card, type Column, Table, Tag } from '@/ui';
import type { StaffRow } from './staff.api';
import styles from './staff.module.css';

interface Props {
  rows: StaffRow[];
  onOpen: (row: StaffRow) => void;
}

/** Who works here: post, classes, and what they sign in as. */
export function StaffList({ rows, onOpen }: Props) {
  const { t } = useTranslation();
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      title: t('staff.name'),
      cell: (row) => (
        <span className={styles.who}>
          <Avatar seed={row.id} />
          <span className={styles.name}>
            <strong>{row.name}</strong>
            <span className={styles.under}>{t(`staff.position_${row.position}`)}</span>
          </span>
          {row.leftOn && row.leftOn < today() && <Tag>{t('staff.left_on', { day: row.leftOn })}</Tag>}
        </span>
      ),
    },
    { key: 'position', title: t('staff.position'), wide: true, cell: (row) => t(`staff.position_${row.position}`) },
    { key: 'classes', title: t('staff.classes'), cell: (row) => <ClassTags row={row} /> },
    { key: 'account', title: t('staff.account'), cell: (row) => <Account row={row} /> },
    { key: 'phone', title: t('staff.phone'), wide: true, cell: (row) => row.phoneMasked },
    { key: 'joined', title: t('staff.joined_on'), wide: true, cell: (row) => row.joinedOn },
  ];
  return (
    <Card flush>
      <Table label={t('app.nav_staff')} rows={rows} columns={columns} rowKey={({ id }) => id} onOpen={onOpen} />
    </Card>
  );
}

function ClassTags({ row }: { row: StaffRow }) {
  const { t } = useTranslation();
  return (
    <span className={styles.tags}>
      {row.classes.map((each) => (
        <span key={each.id + each.from} className={styles.class}>
          {each.name}
          <span className={styles.quiet}>{t(`staff.duty_${each.duty}`)}</span>
        </span>
      ))}
    </span>
  );
}

function Account({ row }: { row: StaffRow }) {
  const { t } = useTranslation();
  if (!row.hasAccount) return <span className={styles.quiet}>{t('staff.no_account')}</span>;
  return (
    <span className={styles.tags}>
      {row.roles.map((role) => (
        <Tag key={role} tone="primary">
          {t(`identity.role_${role}`)}
        </Tag>
      ))}
      {row.locked && <Tag tone="bad">{t('staff.locked')}</Tag>}
    </span>
  );
}
