import { useTranslation } from 'react-i18next';
import { today } from '@/api/clock';
import { demandWords, factWords } from './demand';
import type { Requirement, Result } from './requirement.api';

/** What requirements and results are called in the interface's language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const title = (row: { title: string; titleEn: string }): string =>
    i18n.language.startsWith('en') && row.titleEn ? row.titleEn : row.title;
  const place = (jurisdiction: string): string =>
    ({ CN: t('rules.country'), '*': t('rules.product') })[jurisdiction] ?? t('rules.place', { code: jurisdiction });
  return {
    title,
    place,
    rhythm: (row: Requirement): string => demandWords(t, row.subject, row.demand),
    fact: (kind: string): string => factWords(t, kind),
    /** The version that a result rests on: 第 2 版 · 本园. */
    version: (result: Result): string =>
      t('requirement.version', {
        number: result.version,
        place: result.own ? t('requirement.own') : place(result.jurisdiction),
      }),
    /** How far the due day is, in words. */
    distance: (result: Result): string => {
      if (!result.due || result.standing === 'fulfilled') return '';
      const days = Math.round((Date.parse(result.due) - Date.parse(today())) / 86_400_000);
      if (days === 0) return t('requirement.due_today');
      return t(days < 0 ? 'requirement.days_over' : 'requirement.days_left', { count: Math.abs(days) });
    },
    /** The records that a result rests on. */
    proof: (result: Result): string => {
      const last = result.by.at(-1);
      if (!last) return '';
      const when = last.until ? t('requirement.from_until', { from: last.day, until: last.until }) : last.day;
      const more = result.by.length > 1 ? t('requirement.more', { count: result.by.length - 1 }) : '';
      return [`${factWords(t, last.kind)} ${when}`, more].filter(Boolean).join(t('requirement.comma'));
    },
    /** Why nothing can be said. */
    why: (result: Result): string =>
      result.why
        ? t(`requirement.why_${result.why}`, {
            what: t(`requirement.attribute_${result.missing}`, { defaultValue: result.missing }),
          })
        : '',
  };
}
