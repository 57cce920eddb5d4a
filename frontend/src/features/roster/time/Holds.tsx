import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { Button, Card, cx, Tag, toast } from '@/ui';
import child from '../child/child.module.css';
import { HoldDialog } from './HoldDialog';
import { ReleaseDialog } from './ReleaseDialog';
import { holds } from './slots';
import { type Hold, useChildTime, type Who } from './time.api';
import styles from './time.module.css';

type Doing = { what: 'set' } | { what: 'change' | 'release'; hold: Hold };

/** Whether the child must stay away, until when and until which proof. */
export function Holds({ child: who }: { child: Who }) {
  const { t } = useTranslation();
  const writes = useRight('roster.hold');
  const list = useChildTime(who.id).data?.holds;
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const done = (key: string) => () => {
    close();
    toast(t(key), 'ok');
  };
  if (!list || (list.length === 0 && !writes)) return null;
  return (
    <Card
      title={t('time.holds')}
      actions={
        writes && (
          <Button size="small" icon="plus" onClick={() => setDoing({ what: 'set' })}>
            {t('time.hold_set')}
          </Button>
        )
      }
    >
      {list.length === 0 && <p className={child.none}>{t('time.no_hold')}</p>}
      <ul className={child.items}>
        {list.map((hold) => (
          <Line
            key={hold.id}
            hold={hold}
            onChange={writes ? () => setDoing({ what: 'change', hold }) : undefined}
            onRelease={writes ? () => setDoing({ what: 'release', hold }) : undefined}
          />
        ))}
      </ul>
      {(doing?.what === 'set' || doing?.what === 'change') && (
        <HoldDialog
          child={who}
          hold={doing.what === 'change' ? doing.hold : undefined}
          onClose={close}
          onDone={done(doing.what === 'set' ? 'time.hold_is_set' : 'time.hold_changed')}
        />
      )}
      {doing?.what === 'release' && (
        <ReleaseDialog child={who} hold={doing.hold} onClose={close} onDone={done('time.hold_released')} />
      )}
    </Card>
  );
}

interface LineProps {
  hold: Hold;
  onChange?: () => void;
  onRelease?: () => void;
}

function Line({ hold, onChange, onRelease }: LineProps) {
  const { t } = useTranslation();
  const { from, until, releasedOn, needsProof, wanted, reason, proof, note, by } = hold;
  const open = !releasedOn && (needsProof || until >= today());
  const state = releasedOn ? 'released' : open ? (until < today() ? 'proof' : 'open') : 'over';
  const needs = needsProof
    ? t('time.hold_needs', { proof: wanted || t('time.hold_wanted_usual') })
    : t('time.hold_no_proof');
  const end = releasedOn && [t('time.hold_end', { day: releasedOn, proof: t(`time.proof_is_${proof}`) }), note];
  return (
    <li className={styles.episode}>
      <div className={child.item}>
        <span className={cx(child.words, child.first)}>
          <strong>{t('roster.from_until', { from, until })}</strong>
          <span>{reason}</span>
        </span>
        <Tag tone={holds(hold, today()) ? 'bad' : 'plain'}>{t(`time.hold_state_${state}`)}</Tag>
      </div>
      <p className={child.small}>{[...(end || [needs]), t('time.by', { name: by })].filter(Boolean).join(' · ')}</p>
      {open && (onChange || onRelease) && (
        <div className={styles.buttons}>
          {onRelease && (
            <Button size="small" onClick={onRelease}>
              {t('time.release')}
            </Button>
          )}
          {onChange && (
            <Button kind="text" size="small" icon="edit" onClick={onChange}>
              {t('time.hold_change')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
