import { useTranslation } from 'react-i18next';

const formats: Record<string, Intl.DateTimeFormat> = {};

const format = (language: string): Intl.DateTimeFormat => {
  formats[language] ??= new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  return formats[language];
};

/** A day in words: 11月24日 周二. */
export function dayWords(day: string, language: string): string {
  const words = format(language).format(new Date(`${day}T00:00:00Z`));
  return words.replace(/日(?=周|星期)/, '日 ');
}

export function useDayWords(): (day: string) => string {
  const { i18n } = useTranslation();
  return (day) => dayWords(day, i18n.language);
}
