import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@/api/clock';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice } from '@/ui';
import { useClasses } from '../roster.api';
import { type HistoryEntry, useHistory } from './child.api';
import styles from './child.module.css';
import { type Act, actsOf, dayOf } from './history';
import { useWords } from './useWords';

const shownFirst = 8;

/** Who changed what and when; sealed values stay sealed. */
export function History({ childId }: { childId: string }) {
  const { t } = useTranslation();
  return (
    <Card title={t('roster.history')} note={t('roster.history_note')}>
      <HistoryList history={useHistory(childId)} />
    </Card>
  );
}

/** The acts of a history, the latest first; all of them only when asked for. */
export function HistoryList({ history }: { history: UseQueryResult<HistoryEntry[]> }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [all, setAll] = useState(false);
  const acts = actsOf(history.data ?? []);
  const shown = all ? acts : acts.slice(0, shownFirst);
  return (
    <>
      {history.isPending && <Loading label={t('app.loading')} />}
      {history.isError && (
        <Notice tone="bad" action={<Button onClick={() => void history.refetch()}>{t('app.retry')}</Button>}>
          {sentence(history.error)}
        </Notice>
      )}
      <ol>
        {shown.map((act) => (
          <Line key={act.key} act={act} />
        ))}
      </ol>
      {!all && acts.length > shownFirst && (
        <div className={styles.foot}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('roster.all_of', { count: acts.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ act }: { act: Act }) {
  const { t } = useTranslation();
  const classes = useClasses().data ?? [];
  const words = useWords(classes);
  return (
    <li className={styles.act}>
      <time dateTime={act.at}>{`${dayOf(act.at)} ${timeOfDay(act.at)}`}</time>
      <span className={styles.by}>{act.by === 'operator' ? t('roster.operator') : act.by}</span>
      <span className={styles.changes}>
        <span>
          <strong>{words.verb(act.verb)}</strong>
          {act.day && !act.changes.some(({ field }) => field === 'from') && ` · ${act.day}`}
          {act.reason && ` · ${t('roster.because', { reason: act.reason })}`}
        </span>
        {act.changes.map((change) => (
          <span key={change.field} className={styles.quiet}>
            {t('roster.field_is', { field: words.field(change.field) })}
            {change.sealed && t('roster.sealed')}
            {!change.sealed && change.old && `${words.value(change.field, change.old)} → `}
            {!change.sealed && (change.new ? words.value(change.field, change.new) : t('roster.emptied'))}
          </span>
        ))}
      </span>
    </li>
  );
}
