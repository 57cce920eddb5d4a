import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { newId } from '@/api/ids';
import { useFieldSentences } from '@/api/sentence';
import { Button, Card, DateField, Notice, SelectField, TextField, toast } from '@/ui';
import { type ClassFile, type Moves as Moving, moveChildren, type Outgrown } from '../classes/classes.api';
import form from '../Form.module.css';
import { useWrite } from '../roster.api';
import { Candidates } from './Candidates';
import styles from './moves.module.css';
import { Plan } from './Plan';

const leaves = 'leave';

interface Props {
  classes: ClassFile[];
  agesOut: Outgrown[];
  months: number;
  onMonths: (months: number) => void;
}

/** Chooses children, where they go and when; shows what it would lead to, then does it in one act. */
export function Moves({ classes, agesOut, months, onMonths }: Props) {
  const { t } = useTranslation();
  const [id, setId] = useState(newId);
  const [chosen, setChosen] = useState<string[]>([]);
  const [typed, setTyped] = useState({ to: '', day: today(), reason: '' });
  const going = typed.to === leaves;
  const moves: Moving = {
    id,
    children: typed.to ? chosen : [],
    classId: going ? '' : typed.to,
    day: typed.day,
    reason: typed.reason,
  };
  const saving = useWrite(
    () => moveChildren(moves),
    () => {
      toast(t('moves.done', { count: chosen.length }), 'ok');
      setChosen([]);
      setId(newId());
    },
  );
  const errors = useFieldSentences(saving.error);
  const elsewhere = errors.children ?? errors.classId ?? errors[''];
  return (
    <div className={styles.columns}>
      <Candidates
        classes={classes}
        agesOut={agesOut}
        months={months}
        onMonths={onMonths}
        chosen={chosen}
        onChosen={setChosen}
      />
      <Card title={t('moves.where')} note={t('moves.chosen', { count: chosen.length })}>
        <form
          noValidate
          className={form.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (!saving.isPending) saving.mutate(undefined);
          }}
        >
          <SelectField
            required
            label={t('moves.to')}
            placeholder={t('roster.choose')}
            value={typed.to}
            options={[
              ...classes.filter(({ open }) => open).map(({ id: value, name }) => ({ value, label: name })),
              { value: leaves, label: t('moves.leave') },
            ]}
            onChange={(to) => setTyped({ ...typed, to })}
          />
          <DateField
            required
            label={t(going ? 'moves.last_day' : 'moves.first_day')}
            today={today()}
            value={typed.day}
            error={errors.day}
            onChange={(day) => setTyped({ ...typed, day })}
          />
          <TextField
            required={going}
            autoComplete="off"
            label={t('roster.reason')}
            value={typed.reason}
            error={errors.reason}
            onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
          />
          <Plan moves={moves} />
          {elsewhere && (
            <Notice tone="bad" alert>
              {elsewhere}
            </Notice>
          )}
          <Button
            type="submit"
            kind={going ? 'danger' : 'primary'}
            disabled={moves.children.length === 0 || (going && typed.reason.trim() === '')}
            busy={saving.isPending}
          >
            {t(going ? 'moves.let_go' : 'moves.move', { count: chosen.length })}
          </Button>
        </form>
      </Card>
    </div>
  );
}
