import { useTranslation } from 'react-i18next';
import { dayOf, timeOfDay, today } from '@/api/clock';
import { Button, cx, Tag } from '@/ui';
import child from '../child/child.module.css';
import type { LeaveAct, LeaveStory } from './time.api';
import styles from './time.module.css';

interface Props {
  leave: LeaveStory;
  /** Left out for who only reads. */
  onTell?: () => void;
  onVoid?: () => void;
}

/** A leave as it stands, and below it how it came to that. */
export function LeaveLine({ leave, onTell, onVoid }: Props) {
  const { t } = useTranslation();
  const { from, until, returnedOn, proof, state } = leave;
  const live = state === 'live';
  const lasts = live && !returnedOn && from <= today();
  const open = live && (!returnedOn || proof === 'missing');
  return (
    <li className={styles.episode}>
      <div className={child.item}>
        <span className={cx(child.words, child.first, !live && child.void)}>
          <strong>{from === until ? from : t('roster.from_until', { from, until })}</strong>
          <span>{t(`roster.leave_${leave.kind}`)}</span>
        </span>
        {!live && <Tag>{t('roster.voided')}</Tag>}
        {lasts && until >= today() && <Tag tone="leave">{t('time.away')}</Tag>}
        {live && returnedOn && <Tag>{t('time.back_on', { day: returnedOn.slice(5) })}</Tag>}
        {live && (proof === 'missing' || proof === 'shown') && (
          <Tag tone={proof === 'missing' ? 'warn' : 'ok'}>{t(`time.proof_is_${proof}`)}</Tag>
        )}
      </div>
      <ol className={styles.story}>
        {[...leave.before].reverse().map((act, at, acts) => (
          <Act key={act.id} act={act} before={acts[at - 1]} />
        ))}
        <Act act={leave} before={leave.before[0]} alone={leave.before.length === 0} />
        {!live && <li className={child.small}>{t('time.void_because', { reason: leave.voidReason })}</li>}
      </ol>
      {live && (onTell || onVoid) && (
        <div className={styles.buttons}>
          {onTell && open && (
            <Button size="small" onClick={onTell}>
              {t(returnedOn ? 'time.prove' : from < today() ? 'time.tell' : 'time.tell_before')}
            </Button>
          )}
          {onVoid && (
            <Button kind="text" size="small" icon="undo" onClick={onVoid}>
              {t('roster.void')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** One step: what was said, by whom to whom, and who wrote it down. */
function Act({ act, before, alone }: { act: LeaveAct; before?: LeaveAct; alone?: boolean }) {
  const { t } = useTranslation();
  const what = () => {
    if (alone) return t('time.did_alone');
    if (act.act === 'taken' && act.from === act.until) return t('time.did_taken_day', { day: act.from });
    if (act.act === 'taken') return t('time.did_taken', { from: act.from, until: act.until });
    if (act.act !== 'returned') return t(`time.did_${act.act}`, { day: act.until });
    if (before?.returnedOn) return t('time.did_proved', { proof: t(`time.proof_is_${act.proof}`) });
    return t('time.did_returned', { day: act.returnedOn, proof: t(`time.proof_is_${act.proof}`) });
  };
  const how = act.toldHow ? t(`time.how_${act.toldHow}`) : '';
  const told = [
    act.toldBy && t('roster.told', { by: act.toldBy }),
    how,
    act.toldTo && t('time.to', { name: act.toldTo }),
  ].filter(Boolean);
  const symptoms = act.symptoms !== before?.symptoms ? act.symptoms : '';
  return (
    <li>
      <span>{what()}</span>
      <span className={child.small}>
        {[symptoms && t('time.symptoms_are', { symptoms }), told.join(' '), act.note].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.by}>{`${act.by} ${dayOf(act.enteredAt).slice(5)} ${timeOfDay(act.enteredAt)}`}</span>
    </li>
  );
}
