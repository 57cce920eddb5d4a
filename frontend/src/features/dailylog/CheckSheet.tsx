import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, now, timeOfDay } from '@/api/clock';
import { useFieldSentences } from '@/api/sentence';
import { Button, Segmented, TextField } from '@/ui';
import { degrees, readTime, seen, tenths } from './board';
import { type Board, type BoardChild, type CheckFields, recordCheck } from './dailylog.api';
import { GateSheet } from './GateSheet';
import { Happened } from './Happened';
import styles from './Sheet.module.css';

interface Props {
  board: Board;
  child: BoardChild;
  onClose: () => void;
  onSaved: () => void;
}

const looks = ['touch', 'look', 'ask', 'search'] as const;
const blank: CheckFields = {
  temperature: null,
  method: '',
  touch: '',
  look: '',
  ask: '',
  search: '',
  findings: '',
  parentSays: '',
  card: '',
};

/** The method last used on this device: a thermometer does not change between two children. */
let lastMethod: CheckFields['method'] = 'forehead';

/** Touch, look, ask, search: one child, by the person who looks. What was not looked at stays empty. */
export function CheckSheet({ board, child, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [time, setTime] = useState(() => timeOfDay(child.check?.happenedAt ?? now()));
  const [typed, setTyped] = useState(() => (child.check?.temperature == null ? '' : degrees(child.check.temperature)));
  const [check, setCheck] = useState<CheckFields>({
    ...blank,
    ...child.check,
    temperature: child.check?.temperature ?? null,
  });
  const [reason, setReason] = useState('');
  const set = (part: Partial<CheckFields>) => setCheck({ ...check, ...part });
  const method = check.method || lastMethod;
  const saving = useMutation({
    mutationFn: () => {
      const value = tenths(typed);
      const temperature = Number.isNaN(value) ? 0 : value;
      lastMethod = method;
      return recordCheck(
        {
          classId: board.class.id,
          day: board.day,
          childId: child.id,
          happenedAt: instantOf(board.day, readTime(time)),
          seen: seen(child, 'check'),
          reason,
        },
        { ...pick(check), temperature, method: temperature == null ? '' : method },
      );
    },
    onSuccess: onSaved,
  });
  const errors = useFieldSentences(saving.error);
  const choices = (name: string, values: readonly string[], tones: Record<string, 'ok' | 'warn' | 'bad'> = {}) =>
    values.map((value) => ({ value, label: t(`dailylog.${name}_${value}`), tone: tones[value] }));
  return (
    <GateSheet
      board={board}
      child={child}
      kind="check"
      errors={errors}
      busy={saving.isPending}
      reason={reason}
      onReason={setReason}
      onSave={() => readTime(time) && saving.mutate()}
      onClose={onClose}
      onSaved={onSaved}
    >
      <div className={styles.pair}>
        <TextField
          autoFocus
          inputMode="decimal"
          label={t('dailylog.temperature')}
          hint={t('dailylog.temperature_hint')}
          value={typed}
          error={errors.temperature}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segmented
          labelled
          label={t('dailylog.method')}
          value={method}
          error={errors.method}
          onChange={(value) => set({ method: value as CheckFields['method'] })}
          choices={choices('method', ['axillary', 'forehead', 'ear'])}
        />
      </div>
      <div className={styles.looks}>
        <Button
          size="small"
          onClick={() => set({ touch: 'ok', look: 'ok', ask: 'ok', search: 'ok', card: check.card || 'green' })}
        >
          {t('dailylog.all_looked')}
        </Button>
        {looks.map((each) => (
          <Segmented
            key={each}
            labelled
            label={t(`dailylog.${each}`)}
            value={check[each]}
            onChange={(value) => set({ [each]: value })}
            choices={choices('seen', ['ok', 'abnormal', ''], { abnormal: 'bad' })}
          />
        ))}
      </div>
      <TextField
        label={t('dailylog.findings')}
        value={check.findings}
        error={errors.findings}
        onChange={(event) => set({ findings: event.target.value })}
      />
      <TextField
        label={t('dailylog.parent_says')}
        value={check.parentSays}
        error={errors.parentSays}
        onChange={(event) => set({ parentSays: event.target.value })}
      />
      <Segmented
        labelled
        label={t('dailylog.card')}
        value={check.card}
        onChange={(value) => set({ card: value as CheckFields['card'] })}
        choices={choices('card', ['green', 'yellow', 'red'], { green: 'ok', yellow: 'warn', red: 'bad' })}
      />
      <Happened time={time} onTime={setTime} error={errors.happenedAt} />
    </GateSheet>
  );
}

const pick = ({ touch, look, ask, search, findings, parentSays, card }: CheckFields) => ({
  touch,
  look,
  ask,
  search,
  findings,
  parentSays,
  card,
});
