import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, cx, Empty, Loading, Notice, Segmented, Table } from '@/ui';
import {
  mostRows,
  type Result,
  type Results,
  type Standing,
  type Subject,
  useRequirements,
  useResults,
} from './requirement.api';
import styles from './requirement.module.css';
import { StandingTag } from './StandingTag';
import { useWords } from './useWords';

/** What is open first; then each standing by itself. */
const shown: Record<string, Standing[]> = {
  open: ['overdue', 'belated', 'due'],
  overdue: ['overdue'],
  belated: ['belated'],
  due: ['due'],
  fulfilled: ['fulfilled'],
  unknown: ['unknown'],
};

const subjects: (Subject | '')[] = ['', 'child', 'person', 'nursery', 'room', 'class'];

interface Props {
  /** The requirement that somebody came for. */
  rule: string;
  onAllRules: () => void;
  onOpen: (result: Result) => void;
}

/** Who has what to do by which day, and what it was done with. */
export function DueList({ rule, onAllRules, onOpen }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [kind, setKind] = useState<Subject | ''>('');
  const [filter, setFilter] = useState('open');
  const results = useResults({ kind, key: rule, standings: shown[filter] ?? [] });
  const rules = useRequirements();
  const kinds = subjects.filter((each) => each === '' || rules.data?.requirements.some((row) => row.subject === each));
  if (results.isPending) return <Loading label={t('app.loading')} />;
  if (results.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void results.refetch()}>{t('app.retry')}</Button>}>
        {sentence(results.error)}
      </Notice>
    );
  }
  const { data } = results;
  const count = (value: string) => (shown[value] ?? []).reduce((sum, each) => sum + (data.counts[each] ?? 0), 0);
  return (
    <>
      {rule && <OnlyRule rule={rule} onAllRules={onAllRules} />}
      <div className={styles.filters}>
        <Segmented
          label={t('requirement.about_whom')}
          value={kind}
          onChange={(value) => setKind(value as Subject | '')}
          choices={kinds.map((value) => ({ value, label: t(`requirement.subject_${value || 'all'}`) }))}
        />
        <Segmented
          label={t('requirement.which_standing')}
          value={filter}
          onChange={setFilter}
          choices={Object.keys(shown).map((value) => ({
            value,
            label: t('requirement.filter', { what: t(`requirement.filter_${value}`), count: count(value) }),
          }))}
        />
      </div>
      <Card flush>
        <DueTable data={data} nothing={filter === 'open' ? 'nothing' : 'none'} onOpen={onOpen} />
      </Card>
      {data.total > mostRows && (
        <p className={styles.quiet}>{t('requirement.first_rows', { shown: mostRows, count: data.total })}</p>
      )}
    </>
  );
}

function OnlyRule({ rule, onAllRules }: { rule: string; onAllRules: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const row = useRequirements().data?.requirements.find(({ key, inForce }) => key === rule && inForce);
  return (
    <Notice
      action={
        <Button size="small" onClick={onAllRules}>
          {t('requirement.all_rules')}
        </Button>
      }
    >
      {t('requirement.only', { what: row ? words.title(row) : rule })}
    </Notice>
  );
}

function DueTable({ data, nothing, onOpen }: { data: Results; nothing: string; onOpen: (result: Result) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Table
      label={t('requirement.tab_due')}
      rows={data.results}
      rowKey={(row) => `${row.kind} ${row.id} ${row.key}`}
      onOpen={onOpen}
      empty={
        <Empty icon="check" title={t(`requirement.${nothing}`)}>
          {t(`requirement.${nothing}_what`)}
        </Empty>
      }
      columns={[
        {
          key: 'who',
          title: t('requirement.who'),
          cell: (row) => (
            <span className={styles.words}>
              <strong>{row.name}</strong>
              <small>{t(`requirement.subject_${row.kind}`)}</small>
              <span className={styles.phone}>{words.title(row)}</span>
              <small className={cx(styles.phone, row.standing === 'overdue' && styles.over)}>
                {[row.due, words.distance(row) || words.why(row)].filter(Boolean).join(' · ')}
              </small>
            </span>
          ),
        },
        {
          key: 'what',
          title: t('requirement.requirement'),
          wide: true,
          cell: (row) => (
            <span className={styles.words}>
              {words.title(row)}
              <small>{words.version(row)}</small>
            </span>
          ),
        },
        {
          key: 'due',
          title: t('requirement.due'),
          width: '120px',
          wide: true,
          cell: (row) => (
            <span className={styles.words}>
              <span className={styles.day}>{row.due || '—'}</span>
              <small className={cx(row.standing === 'overdue' && styles.over)}>
                {words.distance(row) || words.why(row)}
              </small>
            </span>
          ),
        },
        {
          key: 'state',
          title: t('requirement.standing'),
          width: '92px',
          cell: (row) => <StandingTag standing={row.standing} />,
        },
        {
          key: 'by',
          title: t('requirement.by'),
          wide: true,
          cell: (row) => words.proof(row) || <span className={styles.quiet}>{t('requirement.by_nothing')}</span>,
        },
      ]}
    />
  );
}
