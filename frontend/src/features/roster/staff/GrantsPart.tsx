import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, plusDays, Tag, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { GrantDialog } from './GrantDialog';
import { Part } from './Part';
import type { StaffRow } from './staff.api';
import styles from './staff.module.css';
import { endGrant, type Granted, type StaffFile } from './staffFile.api';

/** Roles for a time, the deputy of the director among them. */
export function GrantsPart({ row, file }: { row: StaffRow; file: StaffFile }) {
  const { t } = useTranslation();
  const manages = useRight('accounts.manage');
  const [granting, setGranting] = useState(false);
  return (
    <Part
      title={t('staff.grants')}
      action={manages && row.hasAccount && { icon: 'plus', label: t('staff.grant'), run: () => setGranting(true) }}
    >
      {file.grants.length === 0 && <p className={styles.quiet}>{t('staff.grants_none')}</p>}
      {file.grants.map((grant) => (
        <Line key={grant.id} grant={grant} ends={manages} />
      ))}
      {granting && (
        <GrantDialog
          row={row}
          onClose={() => setGranting(false)}
          onDone={() => {
            setGranting(false);
            toast(t('roster.changed'), 'ok');
          }}
        />
      )}
    </Part>
  );
}

function Line({ grant, ends }: { grant: Granted; ends: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { from, until, role, reason } = grant;
  const words = t(role === 'director' ? 'staff.deputy' : `identity.role_${role}`);
  const over = until < today();
  const ending = useWrite(
    () => endGrant(grant.id, plusDays(today(), -1)),
    () => toast(t('roster.changed'), 'ok'),
  );
  return (
    <div className={styles.item}>
      <span>
        <strong>{words}</strong>
        <span className={styles.quiet}>
          {[t('roster.from_until', { from, until }), reason].filter(Boolean).join(' · ')}
        </span>
      </span>
      {over && <Tag>{t('staff.grant_over')}</Tag>}
      {!over && from <= today() && <Tag tone="primary">{t('staff.grant_now')}</Tag>}
      {from > today() && <Tag tone="leave">{t('roster.when_coming')}</Tag>}
      {ends && !over && (
        <Button
          kind="text"
          size="small"
          busy={ending.isPending}
          aria-label={t('staff.grant_end_named', { role: words })}
          onClick={() => ending.mutate(undefined, { onError: (error) => toast(sentence(error), 'bad') })}
        >
          {t('staff.grant_end')}
        </Button>
      )}
    </div>
  );
}
