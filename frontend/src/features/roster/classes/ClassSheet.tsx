import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Sheet, toast } from '@/ui';
import { useWrite } from '../roster.api';
import { ClassDialog } from './ClassDialog';
import { ClosingDialog } from './ClosingDialog';
import { type ClassFile, orderClasses } from './classes.api';
import styles from './classes.module.css';

interface Props {
  row: ClassFile;
  /** All classes in their order. */
  order: string[];
  onClose: () => void;
}

/** One class: its kind with the rule, room, people; changed, moved in the order, closed and opened from here. */
export function ClassSheet({ row, order, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [doing, setDoing] = useState<'change' | 'close' | null>(null);
  const done = () => {
    setDoing(null);
    toast(t('roster.changed'), 'ok');
  };
  const at = order.indexOf(row.id);
  const ordering = useWrite(
    (by: number) => {
      const ids = order.filter((id) => id !== row.id);
      ids.splice(at + by, 0, row.id);
      return orderClasses(ids);
    },
    () => undefined,
  );
  const move = (by: number) => ordering.mutate(by, { onError: (error) => toast(sentence(error), 'bad') });
  const facts: [string, string][] = [
    [t('roster.kind'), t(`roster.kind_${row.kind}`)],
    [t('roster.enrolled_places'), `${row.enrolled ?? 0} / ${row.places}`],
    [t('classes.room'), row.room ?? ''],
    [t('roster.caregivers'), (row.caregivers ?? []).join('、')],
    [
      t('classes.rule'),
      row.size > 0
        ? t('classes.rule_is', { min: row.minMonths, max: row.maxMonths, size: row.size })
        : t('classes.rule_none'),
    ],
    [t('classes.source'), row.size > 0 ? t('classes.source_is', { source: row.source, grade: row.grade }) : ''],
    [t('classes.closed'), row.closedFrom && t('roster.from_on', { from: row.closedFrom })],
    [t('classes.opens'), row.opensOn],
  ];
  return (
    <Sheet title={row.name} subtitle={t(`roster.kind_${row.kind}`)} closeLabel={t('app.close')} onClose={onClose}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
      </dl>
      <div className={styles.acts}>
        <Button icon="edit" onClick={() => setDoing('change')}>
          {t('roster.change')}
        </Button>
        <Button disabled={at <= 0} onClick={() => move(-1)}>
          {t('classes.earlier')}
        </Button>
        <Button disabled={at < 0 || at === order.length - 1} onClick={() => move(1)}>
          {t('classes.later')}
        </Button>
        <Button onClick={() => setDoing('close')}>
          {t(row.closedFrom && !row.opensOn ? 'classes.reopen' : 'classes.close')}
        </Button>
      </div>
      {doing === 'change' && <ClassDialog row={row} onClose={() => setDoing(null)} onDone={done} />}
      {doing === 'close' && <ClosingDialog row={row} onClose={() => setDoing(null)} onDone={done} />}
    </Sheet>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
