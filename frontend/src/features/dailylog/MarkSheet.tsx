import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, now, timeOfDay } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { Segmented, TextField } from '@/ui';
import { readTime, seen } from './board';
import { type Collected, CollectedBy } from './Collected';
import { type Board, type BoardChild, recordMark } from './dailylog.api';
import { GateSheet } from './GateSheet';
import { Happened } from './Happened';

interface Props {
  board: Board;
  child: BoardChild;
  kind: 'arrival' | 'departure';
  onClose: () => void;
  onSaved: () => void;
  onLeave?: () => void;
}

const relations = ['mother', 'father', 'grandmother', 'grandfather', 'other'] as const;

/** Who brought or collected one child, and when. */
export function MarkSheet({ board, child, kind, onClose, onSaved, onLeave }: Props) {
  const { t } = useTranslation();
  const before = kind === 'arrival' ? child.arrival : child.departure;
  const [time, setTime] = useState(() => timeOfDay(before?.happenedAt ?? now()));
  const [who, setWho] = useState<Collected>({
    person: before?.person ?? '',
    relation: before?.relation ?? '',
    collectorId: before?.collectorId ?? '',
  });
  const queries = useQueryClient();
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
        { ...who, note },
      ),
    onSuccess: () => {
      // A departure uses up an authorisation for one day.
      if (kind === 'departure') void queries.invalidateQueries({ queryKey: ['roster', 'collectors', child.id] });
      onSaved();
    },
  });
  const errors = useFieldSentences(saving.error);
  return (
    <GateSheet
      board={board}
      child={child}
      kind={kind}
      errors={errors}
      busy={saving.isPending}
      reason={reason}
      onReason={setReason}
      onSave={() => readTime(time) && saving.mutate()}
      onClose={onClose}
      onSaved={onSaved}
      onLeave={onLeave}
    >
      <Happened time={time} onTime={setTime} error={errors.happenedAt} />
      {kind === 'departure' ? (
        <CollectedBy childId={child.id} day={board.day} value={who} onChange={setWho} error={errors.person} />
      ) : (
        <>
          <Segmented
            labelled
            label={t('dailylog.by_arrival')}
            value={who.relation}
            onChange={(relation) => setWho({ ...who, relation })}
            choices={relations.map((each) => ({
              value: t(`dailylog.relation_${each}`),
              label: t(`dailylog.relation_${each}`),
            }))}
          />
          <TextField
            label={t('dailylog.person')}
            value={who.person}
            error={errors.person}
            onChange={(event) => setWho({ ...who, person: event.target.value })}
          />
        </>
      )}
      <TextField
        label={t('dailylog.note')}
        value={note}
        error={errors.note}
        onChange={(event) => setNote(event.target.value)}
      />
    </GateSheet>
  );
}
