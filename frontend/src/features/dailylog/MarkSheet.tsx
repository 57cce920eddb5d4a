import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, now, timeOfDay } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { Button, Dialog, Notice, Segmented, TextField } from '@/ui';
import { readTime, seen } from './board';
import { type Board, type BoardChild, recordMark } from './dailylog.api';
import { Happened } from './Happened';
import styles from './Sheet.module.css';

interface Props {
  board: Board;
  child: BoardChild;
  kind: 'arrival' | 'departure';
  onClose: () => void;
  onSaved: () => void;
}

const relations = ['mother', 'father', 'grandmother', 'grandfather', 'other'] as const;

/** Who brought or collected one child, and when. */
export function MarkSheet({ board, child, kind, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const before = kind === 'arrival' ? child.arrival : child.departure;
  const [time, setTime] = useState(() => timeOfDay(before?.happenedAt ?? now()));
  const [relation, setRelation] = useState(before?.relation ?? '');
  const [person, setPerson] = useState(before?.person ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [reason, setReason] = useState('');
  const saving = useMutation({
    mutationFn: () =>
      recordMark(
        kind,
        {
          classId: board.class.id,
          day: board.day,
          childId: child.id,
          happenedAt: instantOf(board.day, readTime(time)),
          seen: seen(child, kind),
          reason,
        },
        { relation, person, note },
      ),
    onSuccess: onSaved,
  });
  const errors = useFieldSentences(saving.error);
  return (
    <Dialog
      kind="sheet"
      title={child.nickname ? `${child.nickname} · ${child.name}` : child.name}
      subtitle={t(before ? `dailylog.change_${kind}` : `dailylog.write_${kind}`)}
      closeLabel={t('app.close')}
      onClose={onClose}
      onSubmit={() => readTime(time) && saving.mutate()}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" type="submit" busy={saving.isPending}>
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
        <Happened time={time} onTime={setTime} error={errors.happenedAt} />
        <Segmented
          labelled
          label={t(`dailylog.by_${kind}`)}
          value={relation}
          onChange={setRelation}
          choices={relations.map((each) => ({
            value: t(`dailylog.relation_${each}`),
            label: t(`dailylog.relation_${each}`),
          }))}
        />
        <TextField
          label={t('dailylog.person')}
          value={person}
          error={errors.person}
          onChange={(event) => setPerson(event.target.value)}
        />
        <TextField
          label={t('dailylog.note')}
          value={note}
          error={errors.note}
          onChange={(event) => setNote(event.target.value)}
        />
        {board.closed && (
          <TextField
            required
            label={t('dailylog.reason')}
            hint={t('dailylog.reason_why')}
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
