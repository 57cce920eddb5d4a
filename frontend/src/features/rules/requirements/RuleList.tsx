import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { useRight } from '@/api/me';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Segmented, Table, Tag } from '@/ui';
import { Grade } from './Grade';
import { RequirementDialog } from './RequirementDialog';
import { RuleSheet } from './RuleSheet';
import { useRequirements } from './requirement.api';
import styles from './requirement.module.css';
import { type Rule, rulesOf } from './rows';
import { useWords } from './useWords';

/** Every requirement with its rhythm, place, days in force and evidence; the nursery's change beside what is shipped. */
export function RuleList() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const manages = useRight('requirements.manage');
  const list = useRequirements();
  const [kind, setKind] = useState('all');
  const [opened, setOpened] = useState('');
  const [adding, setAdding] = useState(false);
  if (list.isPending) return <Loading label={t('app.loading')} />;
  if (list.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void list.refetch()}>{t('app.retry')}</Button>}>
        {sentence(list.error)}
      </Notice>
    );
  }
  const rules = rulesOf(list.data.requirements, today());
  const kinds = ['all', ...new Set(rules.map(({ now }) => now.subject))];
  const open = rules.find(({ key }) => key === opened);
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('requirement.add')}
    </Button>
  );
  return (
    <>
      <div className={styles.filters}>
        <Segmented
          label={t('requirement.about_whom')}
          value={kind}
          onChange={setKind}
          choices={kinds.map((value) => ({ value, label: t(`requirement.subject_${value}`) }))}
        />
        {manages && <span className={styles.end}>{add}</span>}
      </div>
      <Card flush>
        <RuleTable rules={rules.filter(({ now }) => kind === 'all' || now.subject === kind)} onOpen={setOpened} />
      </Card>
      <p className={styles.quiet}>{t('rules.grades')}</p>
      {open && <RuleSheet rule={open} facts={list.data.facts} onClose={() => setOpened('')} />}
      {adding && (
        <RequirementDialog
          facts={list.data.facts}
          onClose={() => setAdding(false)}
          onDone={(key) => {
            setAdding(false);
            setOpened(key);
          }}
        />
      )}
    </>
  );
}

function RuleTable({ rules, onOpen }: { rules: Rule[]; onOpen: (key: string) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Table
      label={t('requirement.tab_rules')}
      rows={rules}
      rowKey={({ key }) => key}
      onOpen={({ key }) => onOpen(key)}
      columns={[
        {
          key: 'what',
          title: t('requirement.requirement'),
          cell: ({ now, shipped, coming }) => (
            <span className={styles.words}>
              <strong>{words.title(now)}</strong>
              <span>{words.rhythm(now)}</span>
              {now.own && shipped && (
                <small>
                  {t('requirement.shipped_says', {
                    what: shipped.state === 'off' ? t('requirement.off') : words.rhythm(shipped),
                  })}
                </small>
              )}
              {coming && (
                <small>
                  {t('requirement.comes', {
                    day: coming.from,
                    what: coming.state === 'on' ? words.rhythm(coming) : t(`requirement.${coming.state}`),
                  })}
                </small>
              )}
            </span>
          ),
        },
        {
          key: 'subject',
          title: t('requirement.about_whom'),
          width: '86px',
          wide: true,
          cell: ({ now }) => t(`requirement.subject_${now.subject}`),
        },
        { key: 'state', title: t('requirement.counts'), width: '110px', cell: (rule) => <RuleTags rule={rule} /> },
        {
          key: 'where',
          title: t('requirement.where'),
          width: '150px',
          wide: true,
          cell: ({ now }) => (
            <span className={styles.words}>
              {words.place(now.jurisdiction)}
              <small>
                {now.until
                  ? t('requirement.from_until', { from: now.from, until: now.until })
                  : t('requirement.since', { day: now.from })}
              </small>
            </span>
          ),
        },
        {
          key: 'source',
          title: t('rules.source'),
          wide: true,
          cell: ({ now }) => <Grade source={now.source} grade={now.grade} />,
        },
      ]}
    />
  );
}

/** Whether a requirement counts, whose it is, and whether it can be recorded. */
export function RuleTags({ rule: { now, shipped } }: { rule: Rule }) {
  const { t } = useTranslation();
  const on = now.inForce && now.state === 'on';
  return (
    <span className={styles.tags}>
      <Tag tone={on ? 'ok' : 'plain'}>{t(on ? 'requirement.on' : 'requirement.off')}</Tag>
      {now.own && <Tag tone="primary">{t(shipped ? 'requirement.changed_here' : 'requirement.own')}</Tag>}
      {!now.sourced && <Tag title={t('requirement.unsourced_what')}>{t('requirement.standing_unsourced')}</Tag>}
    </span>
  );
}
