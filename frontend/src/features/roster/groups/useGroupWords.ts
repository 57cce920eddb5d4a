import { useTranslation } from 'react-i18next';
import type { ClassRow } from '../roster.api';
import type { Group } from './groups.api';

/** Who joins a group and on which days it meets, in words. */
export function useGroupWords(classes: ClassRow[]) {
  const { t } = useTranslation();
  const who = (group: Group): string => {
    const names = group.classes.map((id) => classes.find((each) => each.id === id)?.name ?? id);
    if (group.children.length > 0) names.push(t('groups.children', { count: group.children.length }));
    return names.join(t('groups.and'));
  };
  const days = (group: Group): string => {
    if (group.pattern === 'days') return group.days.join(t('groups.and'));
    if (group.pattern === 'open') return t('groups.pattern_open');
    return group.weekdays.map((day) => t(`groups.weekday_${day}`)).join(t('groups.and'));
  };
  const when = (group: Group): string => {
    const { from, until } = group;
    const span = until ? t('roster.from_until', { from, until }) : t('roster.from_on', { from });
    return `${days(group)} · ${span}`;
  };
  return { who, when };
}
