import type { TFunction } from 'i18next';
import type { Demand, Subject } from './requirement.api';

/** A training hour (学时) has so many minutes. */
export const hourMinutes = 45;

/** What a demand asks for, in a few words: 每 12 个月, 入职 30 天内, 上岗前. */
export function demandWords(t: TFunction, subject: Subject, demand: Demand): string {
  const words = rhythm(t, subject, demand);
  const more = [
    demand.grace ? t('requirement.grace_words', { count: demand.grace }) : '',
    demand.pauses ? t('requirement.pauses_words') : '',
  ];
  return [words, ...more].filter(Boolean).join(t('requirement.comma'));
}

function rhythm(t: TFunction, subject: Subject, demand: Demand): string {
  const start = t(`requirement.start_${subject}`);
  switch (demand.kind) {
    case 'every':
      return [t('requirement.every_words', { count: demand.months }), first(t, start, demand)]
        .filter(Boolean)
        .join(t('requirement.comma'));
    case 'once':
      return demand.days
        ? t('requirement.within_words', { start, span: span(t, demand) })
        : t('requirement.once_words', { start });
    case 'valid': {
      const words = demand.months
        ? t('requirement.valid_months_words', { count: demand.months })
        : t('requirement.valid_words');
      return [words, first(t, start, demand)].filter(Boolean).join(t('requirement.comma'));
    }
    case 'within':
      return demand.yearEnd
        ? t('requirement.year_end_words', { start: eventWords(t, demand, start) })
        : t('requirement.within_words', { start: eventWords(t, demand, start), span: span(t, demand) });
    case 'before':
      return before(t, subject, demand, start);
    case 'sum':
      return sum(t, demand);
    case 'ages':
      return t('requirement.ages_words', { ages: (demand.at ?? []).join(t('requirement.pause')) });
  }
}

const first = (t: TFunction, start: string, demand: Demand): string =>
  demand.days ? t('requirement.first_words', { start, count: demand.days }) : '';

const eventWords = (t: TFunction, demand: Demand, start: string): string =>
  demand.event ? t('requirement.event_words', { what: factWords(t, demand.event) }) : start;

function before(t: TFunction, subject: Subject, demand: Demand, start: string): string {
  const words = demand.event
    ? t('requirement.before_words', { start: factWords(t, demand.event) })
    : demand.which === 'again'
      ? t('requirement.before_again_words', { start, count: demand.away ?? 0 })
      : t(subject === 'person' ? 'requirement.before_duty_words' : 'requirement.before_words', { start });
  if (!demand.months && !demand.days) return words;
  return `${words}${t('requirement.comma')}${t('requirement.age_words', { span: span(t, demand) })}`;
}

function sum(t: TFunction, demand: Demand): string {
  const how = demand.times
    ? t('requirement.times_words', { count: demand.times })
    : [
        minutes(t, demand.amount ?? 0),
        demand.practice ? t('requirement.practice_words', { amount: minutes(t, demand.practice) }) : '',
      ]
        .filter(Boolean)
        .join(t('requirement.comma'));
  return t(`requirement.sum_${demand.period || 'altogether'}_words`, { how });
}

const minutes = (t: TFunction, amount: number): string =>
  amount % hourMinutes === 0
    ? t('requirement.hours_words', { count: amount / hourMinutes })
    : t('requirement.minutes_words', { count: amount });

function span(t: TFunction, { months, days }: Demand): string {
  const parts = [
    months ? t('requirement.months_words', { count: months }) : '',
    days ? t('requirement.days_words', { count: days }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** What a kind of fact is called; a paper of the nursery by its own name. */
export function factWords(t: TFunction, kind: string): string {
  const [area, what] = kind.split('.');
  const paper = area === 'nursery' ? t(`nursery.doc_${what}`, { defaultValue: kind }) : kind;
  return t(`requirement.fact_${kind.replaceAll('.', '_')}`, { defaultValue: paper });
}
