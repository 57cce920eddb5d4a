import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Loading, Notice } from '@/ui';
import { type Result, type Standing, type Subject, useResultsOf } from './requirement.api';
import styles from './requirement.module.css';
import { StandingTag } from './StandingTag';
import { useWords } from './useWords';

export interface Mend {
  label: string;
  run: () => void;
}

interface Props {
  kind: Subject;
  id: string;
  /** What puts an open row right on this page, if anything does. */
  mend?: (result: Result) => Mend | undefined;
}

const order: Standing[] = ['overdue', 'belated', 'due', 'unknown', 'fulfilled'];

/** What is asked for of one child, person or paper: open rows first. */
export function SubjectRequirements({ kind, id, mend }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const words = useWords();
  const results = useResultsOf(kind, id);
  if (results.isPending) return <Loading label={t('app.loading')} />;
  if (results.isError) return <Notice tone="bad">{sentence(results.error)}</Notice>;
  const rows = results.data.results
    .filter(({ standing }) => order.includes(standing))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const unsourced = results.data.results.filter(({ standing }) => standing === 'unsourced').map(words.title);
  return (
    <>
      {rows.length === 0 && <p className={styles.quiet}>{t('requirement.nothing_asked')}</p>}
      <ul className={styles.items}>
        {rows.map((row) => {
          const action = row.standing === 'fulfilled' ? undefined : mend?.(row);
          return (
            <li key={row.key} className={styles.item}>
              <span className={styles.words}>
                <span>{words.title(row)}</span>
                <small>
                  {[
                    words.proof(row),
                    row.due && t('requirement.due_day', { day: row.due }),
                    words.distance(row),
                    words.why(row),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <StandingTag standing={row.standing} />
              {action && (
                <Button size="small" aria-label={`${words.title(row)}：${action.label}`} onClick={action.run}>
                  {action.label}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {unsourced.length > 0 && (
        <p className={styles.note}>
          {t('requirement.unsourced_rows', { count: unsourced.length, what: unsourced.join(t('requirement.pause')) })}
        </p>
      )}
    </>
  );
}
