import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Notice, Segmented, TextField } from '@/ui';
import { type Collector, type Mark, useCollectors } from './dailylog.api';
import { CollectorFace } from './Face';

/** Whom a departure names. */
export type Collected = Pick<Mark, 'person' | 'relation' | 'collectorId'>;

interface Props {
  childId: string;
  day: string;
  value: Collected;
  onChange: (value: Collected) => void;
  error?: string;
}

const other = 'other';

const titleOf = ({ relation, name }: Collector) => (relation ? `${relation} · ${name}` : name);

/**
 * Who collected, by one tap: those who may, those who must not as a warning,
 * and anybody else by name. What has happened can always be written down.
 */
export function CollectedBy({ childId, day, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const asked = useCollectors(childId, day);
  const [free, setFree] = useState(false);
  if (asked.isPending) return <Loading label={t('app.loading')} />;
  // Who used up today's authorisation is the one whose departure is corrected.
  const list = (asked.data ?? []).filter(
    ({ verdict, id }) => verdict === 'allowed' || verdict === 'forbidden' || id === value.collectorId,
  );
  const forbidden = list.filter(({ verdict }) => verdict === 'forbidden');
  const named = Boolean(value.person || value.relation);
  const chosen =
    list.find(({ id, name }) => id === value.collectorId && (name === value.person || !value.person))?.id ??
    (named || free ? other : '');
  const choose = (id: string) => {
    const one = list.find((each) => each.id === id);
    setFree(!one);
    if (one) onChange({ collectorId: one.id, person: one.name, relation: one.relation });
    else onChange({ collectorId: '', person: '', relation: t('dailylog.relation_other') });
  };
  return (
    <>
      {forbidden.length > 0 && (
        <Notice tone="bad">{t('dailylog.never_collects', { who: forbidden.map(titleOf).join('、') })}</Notice>
      )}
      <Segmented
        labelled
        label={t('dailylog.by_departure')}
        value={chosen}
        onChange={choose}
        choices={[
          ...list.map((each) => ({
            value: each.id,
            before: <CollectorFace childId={childId} collector={each} />,
            ...(each.verdict === 'forbidden'
              ? { label: t('dailylog.never', { who: titleOf(each) }), tone: 'bad' as const }
              : { label: each.kind === 'once' ? t('dailylog.today_only', { who: titleOf(each) }) : titleOf(each) }),
          })),
          { value: other, label: t('dailylog.collector_other'), tone: 'warn' },
        ]}
      />
      {forbidden.some(({ id }) => id === chosen) && (
        <Notice tone="bad" alert>
          {t('dailylog.never_what')}
        </Notice>
      )}
      {chosen === other && (
        <>
          <Notice tone="warn">{t('dailylog.stranger_what')}</Notice>
          <TextField
            autoComplete="off"
            label={t('dailylog.person')}
            value={value.person}
            error={error}
            onChange={(event) => onChange({ ...value, collectorId: '', person: event.target.value })}
          />
          <TextField
            autoComplete="off"
            label={t('dailylog.relation')}
            value={value.relation}
            onChange={(event) => onChange({ ...value, collectorId: '', relation: event.target.value })}
          />
        </>
      )}
    </>
  );
}
