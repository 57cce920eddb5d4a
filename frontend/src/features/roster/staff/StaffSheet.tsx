import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Sheet, Tag, toast } from '@/ui';
import { Reveal } from '../child/Reveal';
import { revealStaffPhone } from '../collect/collect.api';
import { useWrite } from '../roster.api';
import { AccountDialog } from './AccountDialog';
import { AssignDialog } from './AssignDialog';
import { StaffDialog } from './StaffDialog';
import { type StaffClass, type StaffRow, unlockPin } from './staff.api';
import styles from './staff.module.css';

interface Props {
  row: StaffRow;
  onClose: () => void;
}

type Doing = { what: 'change' | 'assign' | 'account' | 'phone' } | { what: 'end'; present: StaffClass };

const usualForPhone = ['collect.reveal_duty', 'collect.reveal_absent'];

/** One member of staff: who it is, which classes, what the login may do. */
export function StaffSheet({ row, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('staff.write');
  const manages = useRight('accounts.manage');
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const done = () => {
    close();
    toast(t('roster.changed'), 'ok');
  };
  const unlocking = useWrite(
    () => unlockPin(row.id),
    () => toast(t('staff.unlocked'), 'ok'),
  );
  const facts: [string, string][] = [
    [t('staff.position'), t(`staff.position_${row.position}`)],
    [t('roster.sex'), row.sex && t(`roster.sex_${row.sex}`)],
    [t('staff.phone'), row.phoneMasked],
    [t('staff.joined_on'), row.joinedOn],
    [t('staff.last_day'), row.leftOn],
  ];
  return (
    <Sheet
      title={row.name}
      subtitle={t(`staff.position_${row.position}`)}
      closeLabel={t('app.close')}
      onClose={onClose}
    >
      <Part
        title={t('roster.basics')}
        action={writes && { icon: 'edit', label: t('roster.change'), run: () => setDoing({ what: 'change' }) }}
      >
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <Fact key={label} label={label} value={value} />
            ))}
        </dl>
        {writes && row.phoneMasked && (
          <Button kind="text" size="small" icon="eye" onClick={() => setDoing({ what: 'phone' })}>
            {t('roster.phone_show')}
          </Button>
        )}
      </Part>
      <Part
        title={t('staff.classes')}
        action={writes && { icon: 'plus', label: t('staff.assign'), run: () => setDoing({ what: 'assign' }) }}
      >
        {row.classes.length === 0 && <p className={styles.quiet}>{t('staff.no_class')}</p>}
        {row.classes.map((each) => (
          <Assigned
            key={each.id + each.from}
            assigned={each}
            onEnd={writes ? () => setDoing({ what: 'end', present: each }) : undefined}
          />
        ))}
      </Part>
      <Part
        title={t('staff.account')}
        action={
          manages && {
            icon: row.hasAccount ? 'edit' : 'plus',
            label: t(row.hasAccount ? 'roster.change' : 'staff.account_add'),
            run: () => setDoing({ what: 'account' }),
          }
        }
      >
        {!row.hasAccount && <p className={styles.quiet}>{t('staff.no_account_what')}</p>}
        {row.hasAccount && (
          <dl className={styles.facts}>
            <Fact label={t('identity.user_name')} value={row.userName} />
            <Fact
              label={t('staff.pin')}
              value={t(row.locked ? 'staff.pin_locked' : row.hasPin ? 'staff.pin_set' : 'staff.pin_none')}
            />
          </dl>
        )}
        {row.roles.map((role) => (
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
      </Part>
      {doing?.what === 'change' && <StaffDialog row={row} onClose={close} onDone={done} />}
      {doing?.what === 'assign' && <AssignDialog row={row} onClose={close} onDone={done} />}
      {doing?.what === 'end' && <AssignDialog row={row} present={doing.present} onClose={close} onDone={done} />}
      {doing?.what === 'phone' && (
        <Reveal
          call
          title={t('collect.staff_phone', { name: row.name })}
          usual={usualForPhone}
          open={(reason) => revealStaffPhone(row.id, reason)}
          onClose={close}
        />
      )}
      {doing?.what === 'account' && <AccountDialog row={row} onClose={close} onDone={done} />}
    </Sheet>
  );
}

interface PartProps {
  title: string;
  action: false | { icon: 'edit' | 'plus'; label: string; run: () => void };
  children: ReactNode;
}

const Part = ({ title, action, children }: PartProps) => (
  <section className={styles.part}>
    <header>
      <h3>{title}</h3>
      {action && (
        <Button
          kind="text"
          size="small"
          icon={action.icon}
          onClick={action.run}
          aria-label={`${title}：${action.label}`}
        >
          {action.label}
        </Button>
      )}
    </header>
    {children}
  </section>
);

const Fact = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

function Assigned({ assigned, onEnd }: { assigned: StaffClass; onEnd?: () => void }) {
  const { t } = useTranslation();
  const { from, until } = assigned;
  return (
    <div className={styles.item}>
      <span>
        <strong>{`${assigned.name} · ${t(`staff.duty_${assigned.duty}`)}`}</strong>
        <span className={styles.quiet}>
          {until ? t('roster.from_until', { from, until }) : t('roster.from_on', { from })}
        </span>
      </span>
      {from > today() && <Tag tone="leave">{t('roster.when_coming')}</Tag>}
      {onEnd && (
        <Button kind="text" size="small" onClick={onEnd} aria-label={t('staff.end_named', { class: assigned.name })}>
          {t('staff.end')}
        </Button>
      )}
    </div>
  );
}
