import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, TextField } from '@/ui';
import type { Board, BoardChild, Gate } from './dailylog.api';
import styles from './Sheet.module.css';
import { VoidDialog } from './VoidDialog';

interface Props {
  board: Board;
  child: BoardChild;
  kind: Gate;
  errors: Record<string, string>;
  busy: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onSave: () => void;
  onClose: () => void;
  onSaved: () => void;
  /** Enters a leave of the child, or what becomes of it; left out where that is not to be done. */
  onLeave?: () => void;
  children: ReactNode;
}

/** The frame of every act at the gate: one child, what is wrong, the reason on a closed day, taking back. */
export function GateSheet(props: Props) {
  const { board, child, kind, errors, busy, reason, onReason, onSave, onClose, onSaved, onLeave, children } = props;
  const { t } = useTranslation();
  const [voiding, setVoiding] = useState(false);
  const before = child[kind];
  return (
    <>
      <Dialog
        kind="sheet"
        title={child.nickname ? `${child.nickname} · ${child.name}` : child.name}
        subtitle={t(before ? `dailylog.change_${kind}` : `dailylog.write_${kind}`)}
        closeLabel={t('app.close')}
        onClose={onClose}
        onSubmit={onSave}
        footer={
          <>
            {before && (
              <Button kind="text" className={styles.void} onClick={() => setVoiding(true)}>
                {t('dailylog.void_open')}
              </Button>
            )}
            {!before && onLeave && !child.leave && (
              <Button kind="text" icon="calendar" className={styles.void} onClick={onLeave}>
                {t('roster.leave')}
              </Button>
            )}
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button kind="primary" type="submit" busy={busy}>
              {t('app.save')}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          {errors[''] && (
            <Notice tone="bad" alert>
              {errors['']}
            </Notice>
          )}
          {child.hold && kind !== 'departure' && (
            <Notice tone="bad" alert>
              {t(child.hold.needsProof ? 'dailylog.hold_proof' : 'dailylog.hold_what', { day: child.hold.until })}
            </Notice>
          )}
          {child.leave && kind === 'arrival' && (
            <Notice
              tone="leave"
              action={
                onLeave && (
                  <Button size="small" onClick={onLeave}>
                    {t('time.tell')}
                  </Button>
                )
              }
            >
              {t('dailylog.leave_what', { until: child.leave.until, kind: t(`dailylog.leave_${child.leave.kind}`) })}
            </Notice>
          )}
          {children}
          {board.closed && (
            <TextField
              required
              label={t('dailylog.reason')}
              hint={t('dailylog.reason_why')}
              value={reason}
              error={errors.reason}
              onChange={(event) => onReason(event.target.value)}
            />
          )}
        </div>
      </Dialog>
      {voiding && before && <VoidDialog entryId={before.id} onClose={() => setVoiding(false)} onVoided={onSaved} />}
    </>
  );
}
