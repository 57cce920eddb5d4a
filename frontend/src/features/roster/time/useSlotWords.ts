import { useTranslation } from 'react-i18next';
import { places } from './slots';
import type { Slot } from './time.api';

/** Says when on a day a child comes. */
export function useSlotWords() {
  const { t } = useTranslation();
  return ({ part, starts, ends }: Slot): string => {
    const hours = starts && ends ? `${starts}–${ends}` : '';
    if (part === 'hours' && hours) return hours;
    return [t(`time.part_${part || 'none'}`), hours].filter(Boolean).join(' ');
  };
}

/** Says a week as the history keeps it: 1:am 3:hours(08:30–11:30). */
export function useWeekWords() {
  const { t } = useTranslation();
  return (written: string): string =>
    written
      .split(' ')
      .map((each) => {
        const [, at, part, hours] = /^(\d):(\w+)(?:\((.+)\))?$/.exec(each) ?? [];
        if (!at || !part) return each;
        const words = part === 'hours' && hours ? hours : t(`time.part_${part}`);
        return `${t(`time.${places[Number(at) - 1]}`)} ${words}`;
      })
      .join(t('health.comma'));
}
