import { useTranslation } from 'react-i18next';
import { useSentence } from '@/api/sentence';
import { Button, Card, Loading, Notice, Table, Tag } from '@/ui';
import styles from './Rules.module.css';
import { type Rule, useRules } from './rules.api';

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const two = (value: unknown) => String(number(value)).padStart(2, '0');

/** What the rule says, in words where the program has them. */
function useValueWords(): (rule: Rule) => string {
  const { t } = useTranslation();
  return ({ value }) => {
    if ('maxMonths' in value) {
      return t('rules.value_class', {
        from: number(value.minMonths),
        until: number(value.maxMonths),
        size: number(value.size),
      });
    }
    if ('warnDays' in value) return t('rules.value_days', { count: number(value.warnDays) });
    if ('perCaregiver' in value)
      return t('rules.value_home', { children: number(value.children), each: number(value.perCaregiver) });
    if ('badMonths' in value)
      return t('rules.value_oldest', { warn: number(value.warnMonths), bad: number(value.badMonths) });
    if ('days' in value) return t('rules.value_days', { count: number(value.days) });
    if ('minutes' in value) return t('rules.value_minutes', { count: number(value.minutes) });
    if ('tenths' in value) return `${(number(value.tenths) / 10).toFixed(1)} ℃`;
    if ('hour' in value) return `${two(value.hour)}:${two(value.minute)}`;
    return JSON.stringify(value);
  };
}

/** The rules of the field that the program reckons with, each with where it comes from. */
export function Rules() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const words = useValueWords();
  const rules = useRules();
  if (rules.isPending) return <Loading label={t('app.loading')} />;
  if (rules.isError) {
    return (
      <Notice tone="bad" alert action={<Button onClick={() => void rules.refetch()}>{t('app.retry')}</Button>}>
        {sentence(rules.error)}
      </Notice>
    );
  }
  const place = (jurisdiction: string) =>
    ({ CN: t('rules.country'), '*': t('rules.product') })[jurisdiction] ?? t('rules.place', { code: jurisdiction });
  return (
    <>
      <Card title={t('rules.title')} note={t('rules.read_only')} flush>
        <Table
          label={t('rules.title')}
          rows={rules.data}
          rowKey={(rule) => rule.key}
          columns={[
            {
              key: 'rule',
              title: t('rules.rule'),
              cell: (rule) => (
                <span className={styles.rule}>
                  <strong>{t(`rules.${rule.key.replace('.', '_')}`, { defaultValue: rule.key })}</strong>
                  <span className={styles.value}>{words(rule)}</span>
                </span>
              ),
            },
            {
              key: 'where',
              title: t('rules.where'),
              width: '110px',
              wide: true,
              cell: (rule) => place(rule.jurisdiction),
            },
            { key: 'since', title: t('rules.since'), width: '110px', wide: true, cell: (rule) => rule.from },
            {
              key: 'source',
              title: t('rules.source'),
              cell: (rule) => (
                <span className={styles.source}>
                  {rule.source}
                  <Tag tone={/[AB]/.test(rule.grade) ? 'plain' : 'warn'}>{t('rules.grade', { grade: rule.grade })}</Tag>
                </span>
              ),
            },
          ]}
        />
      </Card>
      <p className={styles.note}>{t('rules.grades')}</p>
    </>
  );
}
