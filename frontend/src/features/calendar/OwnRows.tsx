import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf } from '@/api/fault';
import { useFieldSentences } from '@/api/sentence';
import { Button, Card, Dialog, Notice, Tag, TextField } from '@/ui';
import { type Month, type Own, useCalendarWrite, useClasses, voidOwn } from './calendar.api';
import styles from './calendar.module.css';

interface Props {
  month: Month;
  /** Takes rows back; left out for who only reads. */
  onVoided?: () => void;
}

/** The nursery's own rows that touch a month; what was taken back stays to be seen. */
export function OwnRows({ month, onVoided }: Props) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const [voiding, setVoiding] = useState<Own | null>(null);
  const rows = month.rows.filter(({ state }) => state !== 'void');
  if (rows.length === 0) return null;
  const name = (id: string) => (id ? (classes.find((each) => each.id === id)?.name ?? '') : t('calendar.everybody'));
  const span = ({ from, until }: Own) => (from === until ? from : t('calendar.span', { from, until }));
  return (
    <Card title={t('calendar.own')} note={t('calendar.own_note')}>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.words}>
              <span className={row.live ? undefined : styles.void}>
                <strong>{span(row)}</strong> {t(`calendar.how_${row.state}`)} · {name(row.classId)}
              </span>
              <small>{`${t(`calendar.kind_${row.kind}`)} · ${row.reason} · ${row.by}`}</small>
            </span>
            {row.afterLock && <Tag tone="warn">{t('calendar.after_lock')}</Tag>}
            {!row.live && <Tag>{t('calendar.voided')}</Tag>}
            {row.live && onVoided && (
              <Button kind="text" size="small" icon="undo" onClick={() => setVoiding(row)}>
                {t('calendar.void')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {voiding && onVoided && (
        <VoidDialog
          row={voiding}
          title={t('calendar.void_of', { span: span(voiding) })}
          onClose={() => setVoiding(null)}
          onDone={() => {
            setVoiding(null);
            onVoided();
          }}
        />
      )}
    </Card>
  );
}

interface VoidProps {
  row: Own;
  title: string;
  onClose: () => void;
  onDone: () => void;
}

function VoidDialog({ row, title, onClose, onDone }: VoidProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [lockSeen, setLockSeen] = useState(false);
  const voiding = useCalendarWrite(() => voidOwn(row.id, reason, lockSeen), onDone);
  const errors = useFieldSentences(voiding.error);
  const locked = voiding.error != null && faultOf(voiding.error).code === 'calendar.month_locked';
  const elsewhere = errors[''] ?? errors.lockSeen;
  return (
    <Dialog
      title={title}
      subtitle={t('calendar.void_what')}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => !voiding.isPending && voiding.mutate(undefined)}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="danger" type="submit" busy={voiding.isPending}>
            {t('calendar.void')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {elsewhere && (
          <Notice tone="bad" alert>
            {elsewhere}
          </Notice>
        )}
        {locked && (
          <label className={styles.check}>
            <input type="checkbox" checked={lockSeen} onChange={(event) => setLockSeen(event.target.checked)} />
            {t('calendar.lock_seen')}
          </label>
        )}
        <TextField
          required
          autoFocus
          autoComplete="off"
          label={t('calendar.void_why')}
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
