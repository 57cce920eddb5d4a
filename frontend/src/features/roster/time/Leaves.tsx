import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, toast } from '@/ui';
import styles from '../child/child.module.css';
import { ReasonDialog } from '../child/ReasonDialog';
import { LeaveLine } from './LeaveLine';
import { LeaveStepDialog } from './LeaveStepDialog';
import { type LeaveStory, useChildTime, voidLeave, type Who } from './time.api';

const shownFirst = 5;

/** When the child was or will be away, each leave with its acts; taken back, never removed. */
export function Leaves({ child }: { child: Who }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('roster.leave');
  const found = useChildTime(child.id);
  const [all, setAll] = useState(false);
  const [doing, setDoing] = useState<{ what: 'tell' | 'void'; leave: LeaveStory } | null>(null);
  const leaves = found.data?.leaves ?? [];
  const close = () => setDoing(null);
  const done = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  return (
    <Card title={t('roster.leaves')}>
      {found.isPending && <Loading label={t('app.loading')} />}
      {found.isError && <Notice tone="bad">{sentence(found.error)}</Notice>}
      {found.data && leaves.length === 0 && <p className={styles.none}>{t('roster.no_leave')}</p>}
      <ul className={styles.items}>
        {(all ? leaves : leaves.slice(0, shownFirst)).map((leave) => (
          <LeaveLine
            key={leave.id}
            leave={leave}
            onTell={writes ? () => setDoing({ what: 'tell', leave }) : undefined}
            onVoid={writes ? () => setDoing({ what: 'void', leave }) : undefined}
          />
        ))}
      </ul>
      {!all && leaves.length > shownFirst && (
        <div className={styles.foot}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('roster.all_of', { count: leaves.length })}
          </Button>
        </div>
      )}
      {doing?.what === 'tell' && (
        <LeaveStepDialog child={child} leave={doing.leave} onClose={close} onDone={done('time.step_done')} />
      )}
      {doing?.what === 'void' && (
        <ReasonDialog
          title={t('roster.void_leave')}
          subtitle={t('roster.void_leave_what', {
            span: t('roster.from_until', { from: doing.leave.from, until: doing.leave.until }),
          })}
          act={t('roster.void')}
          write={(reason) => voidLeave(doing.leave.id, reason)}
          onClose={close}
          onDone={done('roster.leave_voided')}
        />
      )}
    </Card>
  );
}
