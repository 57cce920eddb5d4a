import { useTranslation } from 'react-i18next';
import type { ClassRow } from '../roster.api';
import { useWeekWords } from '../time/useSlotWords';

const lists: Record<string, string> = {
  sex: 'roster.sex_',
  insuranceKind: 'roster.insurance_',
  mode: 'roster.mode_',
  position: 'staff.position_',
  duty: 'staff.duty_',
  role: 'identity.role_',
  roles: 'identity.role_',
  education: 'staff.education_',
  hireType: 'staff.hire_',
  kind: 'roster.leave_',
  'collector.kind': 'collect.kind_',
  proof: 'time.proof_',
  'booking.kind': 'time.kind_',
  'booking.part': 'time.part_',
  'consent.kind': 'consent.form_',
  'consent.decision': 'consent.state_',
  'consent.signed': 'consent.signed_',
};

/** What the history's verbs, fields and values are called; unknown ones of later versions are shown as they are. */
export function useWords(classes: ClassRow[]) {
  const { t } = useTranslation();
  const week = useWeekWords();
  const verb = (name: string) => t(`roster.verb_${name.replace(/^\w+\./, '')}`, { defaultValue: name });
  const field = (name: string) => t(`roster.field_${name.replace('.', '_')}`, { defaultValue: name });
  const value = (name: string, text: string): string => {
    if (name === 'class') return classes.find(({ id }) => id === text)?.name ?? text;
    if (name === 'week') return week(text);
    const list = lists[name];
    if (!list) return text;
    return text
      .split(',')
      .map((each) => t(`${list}${each}`, { defaultValue: each }))
      .join('、');
  };
  return { verb, field, value };
}
