import { useTranslation } from 'react-i18next';
import type { ClassRow } from '../roster.api';

const lists: Record<string, string> = {
  sex: 'roster.sex_',
  mode: 'roster.mode_',
  kind: 'roster.leave_',
  'collector.kind': 'collect.kind_',
  'consent.kind': 'consent.form_',
  'consent.decision': 'consent.state_',
  'consent.signed': 'consent.signed_',
};

/** What the history's verbs, fields and values are called; unknown ones of later versions are shown as they are. */
export function useWords(classes: ClassRow[]) {
  const { t } = useTranslation();
  const verb = (name: string) => t(`roster.verb_${name.replace(/^\w+\./, '')}`, { defaultValue: name });
  const field = (name: string) => t(`roster.field_${name.replace('.', '_')}`, { defaultValue: name });
  const value = (name: string, text: string): string => {
    if (name === 'class') return classes.find(({ id }) => id === text)?.name ?? text;
    const list = lists[name];
    return list ? t(`${list}${text}`, { defaultValue: text }) : text;
  };
  return { verb, field, value };
}
