import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Select, toast } from '@/ui';
import { plusMonths } from '@/ui/dates';
import { useClasses, useMonth } from './calendar.api';
import styles from './calendar.module.css';
import { MonthGrid } from './MonthGrid';
import { OwnDialog } from './OwnDialog';
import { OwnRows } from './OwnRows';

/** On which days the nursery is open: the State Council's days, changed by the nursery's own. */
export function NurseryCalendar() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const writes = useRight('nursery.write');
  const [month, setMonth] = useState(() => today().slice(0, 7));
  const [classId, setClassId] = useState('');
  const [adding, setAdding] = useState('');
  const classes = useClasses().data ?? [];
  const found = useMonth(month, classId);
  const go = (count: number) => setMonth(plusMonths(`${month}-01`, count).slice(0, 7));
  const usual = month === today().slice(0, 7) ? today() : `${month}-01`;
  return (
    <>
      <Card
        title={
          <span className={styles.title}>
            <Button kind="text" icon="left" aria-label={t('calendar.before')} onClick={() => go(-1)} />
            <span aria-live="polite">
              {t('calendar.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
            </span>
            <Button kind="text" icon="right" aria-label={t('calendar.after')} onClick={() => go(1)} />
          </span>
        }
        actions={
          <span className={styles.actions}>
            <Select
              aria-label={t('calendar.who')}
              value={classId}
              placeholder={t('calendar.everybody')}
              options={classes.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setClassId}
            />
            {writes && (
              <Button kind="primary" icon="plus" onClick={() => setAdding(usual)}>
                {t('calendar.add')}
              </Button>
            )}
          </span>
        }
      >
        {found.isPending && <Loading label={t('app.loading')} />}
        {found.isError && (
          <Notice tone="bad" alert>
            {sentence(found.error)}
          </Notice>
        )}
        {found.data && !found.data.known && (
          <Notice tone="warn">{t('calendar.unknown', { year: month.slice(0, 4) })}</Notice>
        )}
        {found.data && <MonthGrid month={found.data} onDay={writes ? ({ day }) => setAdding(day) : undefined} />}
        <p className={styles.source}>{t('calendar.source')}</p>
      </Card>
      {found.data && (
        <OwnRows month={found.data} onVoided={writes ? () => toast(t('calendar.void_done')) : undefined} />
      )}
      {adding && (
        <OwnDialog
          day={adding}
          classId={classId}
          onClose={() => setAdding('')}
          onDone={() => {
            setAdding('');
            toast(t('calendar.added'), 'ok');
          }}
        />
      )}
    </>
  );
}
