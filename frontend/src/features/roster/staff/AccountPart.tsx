import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Tag, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { AccountDialog } from './AccountDialog';
import { Facts, Part } from './Part';
import { type StaffRow, unlockPin } from './staff.api';
import styles from './staff.module.css';

/** What somebody signs in with, and what may be done without an end. */
export function AccountPart({ row }: { row: StaffRow }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const manages = useRight('accounts.manage');
  const [doing, setDoing] = useState(false);
  const unlocking = useWrite(
    () => unlockPin(row.id),
    () => toast(t('staff.unlocked'), 'ok'),
  );
  return (
    <Part
      title={t('staff.account')}
      action={
        manages && {
          icon: row.hasAccount ? 'edit' : 'plus',
          label: t(row.hasAccount ? 'roster.change' : 'staff.account_add'),
          run: () => setDoing(true),
        }
      }
    >
      {!row.hasAccount && <p className={styles.quiet}>{t('staff.no_account_what')}</p>}
      {row.hasAccount && (
        <Facts
          facts={[
            [t('identity.user_name'), row.userName],
            [t('staff.pin'), t(row.locked ? 'staff.pin_locked' : row.hasPin ? 'staff.pin_set' : 'staff.pin_none')],
          ]}
        />
      )}
      {row.standing.map((role) => (
        <p key={role}>
          <Tag tone="primary">{t(`identity.role_${role}`)}</Tag>{' '}
          <span className={styles.quiet}>{t(`staff.may_${role}`)}</span>
        </p>
      ))}
      {row.locked && manages && (
        <Button
          icon="lock"
          busy={unlocking.isPending}
          onClick={() => unlocking.mutate(undefined, { onError: (error) => toast(sentence(error), 'bad') })}
        >
          {t('staff.unlock')}
        </Button>
      )}
      {doing && (
        <AccountDialog
          row={row}
          onClose={() => setDoing(false)}
          onDone={() => {
            setDoing(false);
            toast(t('roster.changed'), 'ok');
          }}
        />
      )}
    </Part>
  );
}
