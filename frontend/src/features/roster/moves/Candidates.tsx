import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { Button, Card, Empty, SelectField, Tag } from '@/ui';
import { useChildren } from '../children/children.api';
import { Names } from '../children/Names';
import type { ClassFile, Outgrown } from '../classes/classes.api';
import styles from './moves.module.css';

const ahead = [1, 3, 6, 12];

interface Props {
  classes: ClassFile[];
  agesOut: Outgrown[];
  months: number;
  onMonths: (months: number) => void;
  chosen: string[];
  onChosen: (ids: string[]) => void;
}

interface Line {
  id: string;
  name: string;
  nickname: string;
  ageMonths: number;
  className: string;
  day: string;
}

/** Who may be moved: those who outgrow their class, soonest first, or everybody of one class. */
export function Candidates({ classes, agesOut, months, onMonths, chosen, onChosen }: Props) {
  const { t } = useTranslation();
  const [from, setFrom] = useState('');
  const lines = useLines(classes, agesOut, from);
  const ids = lines.map(({ id }) => id);
  const all = ids.length > 0 && ids.every((id) => chosen.includes(id));
  const toggle = (id: string) => onChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Card title={t('moves.who')} note={t('moves.who_note')}>
      <div className={styles.filters}>
        <SelectField
          label={t('moves.from')}
          value={from}
          options={[
            { value: '', label: t('moves.ages_out') },
            ...classes.filter(({ open }) => open).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => {
            setFrom(value);
            onChosen([]);
          }}
        />
        {from === '' && (
          <SelectField
            label={t('moves.within')}
            value={String(months)}
            options={ahead.map((count) => ({ value: String(count), label: t('moves.months', { count }) }))}
            onChange={(value) => onMonths(Number(value))}
          />
        )}
        <Button size="small" disabled={ids.length === 0} onClick={() => onChosen(all ? [] : ids)}>
          {t(all ? 'moves.none' : 'moves.all')}
        </Button>
      </div>
      {lines.length === 0 && (
        <Empty icon="check" title={t('moves.nobody')}>
          {t('moves.nobody_what')}
        </Empty>
      )}
      <ul className={styles.children}>
        {lines.map((line) => (
          <li key={line.id}>
            <label className={styles.child}>
              <input type="checkbox" checked={chosen.includes(line.id)} onChange={() => toggle(line.id)} />
              <Names child={line} />
              <span className={styles.when}>
                <span>{`${line.className} · ${t('moves.age', { months: line.ageMonths })}`}</span>
                {line.day && (
                  <Tag tone={line.day <= today() ? 'warn' : 'plain'}>{t('moves.until', { day: line.day })}</Tag>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A child that changes its mode of care has several stays in a class; it is moved once. */
const firstOfEach = (agesOut: Outgrown[]) =>
  agesOut.filter((each, at) => agesOut.findIndex(({ childId }) => childId === each.childId) === at);

function useLines(classes: ClassFile[], agesOut: Outgrown[], from: string): Line[] {
  const nameOf = (id: string) => classes.find((each) => each.id === id)?.name ?? '';
  const children = useChildren({ text: '', classId: from, state: 'enrolled' }, from !== '');
  if (from === '')
    return firstOfEach(agesOut).map((each) => ({
      ...each,
      id: each.childId,
      className: nameOf(each.classId),
      day: each.day,
    }));
  const dayOf = new Map(agesOut.map((each) => [each.childId, each.day]));
  return (children.data?.pages ?? [])
    .flatMap((page) => page.children)
    .map((child) => ({ ...child, className: nameOf(child.classId), day: dayOf.get(child.id) ?? '' }));
}
