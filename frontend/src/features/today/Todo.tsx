import { useTranslation } from 'react-i18next';
import { Button, Card, cx, Empty } from '@/ui';
import styles from './Today.module.css';
import type { Finding, Overview } from './today.api';

interface Props {
  overview: Overview;
  /** Goes to where the finding is put right. */
  onOpen: (finding: Finding) => void;
}

const shownAtOnce = 12;

/** What needs doing now, worst first, each with its one verb. */
export function Todo({ overview, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  // What has a title in both languages is told in the interface's.
  const spoken = (args: Finding['args']) =>
    i18n.language.startsWith('en') && args.titleEn ? { ...args, title: args.titleEn } : args;
  const { todo } = overview;
  const classes = new Map(overview.classes.map((each) => [each.id, each.name]));
  return (
    <Card
      title={t('today.todo')}
      note={
        todo.length > shownAtOnce
          ? t('today.todo_more', { shown: shownAtOnce, count: todo.length })
          : t('today.todo_order')
      }
    >
      {todo.length === 0 ? (
        <Empty icon="check" title={t('today.nothing')}>
          {t('today.nothing_what')}
        </Empty>
      ) : (
        <ul className={styles.todo}>
          {todo.slice(0, shownAtOnce).map((finding) => (
            <li
              key={`${finding.code}-${finding.classId}-${finding.childId}-${finding.link}-${finding.args.kind ?? ''}`}
              className={styles.finding}
            >
              <span className={cx(styles.dot, styles[finding.severity])} aria-hidden="true" />
              <span className={styles.words}>
                <strong>
                  <span className="sr-only">{t(`today.severity_${finding.severity}`)}</span>
                  {t(finding.code, spoken(finding.args))}
                </strong>
                <small>
                  {[classes.get(finding.classId), t(`${finding.code}_why`, spoken(finding.args))]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <Button kind="text" onClick={() => onOpen(finding)}>
                {t(`today.verb_${finding.verb}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
