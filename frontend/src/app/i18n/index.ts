import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { writeGrades } from './grade';
import * as zh from './zh';

export type Language = 'zh' | 'en';

const kept = 'yayuan.language';

const keep = (language: Language): void => {
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};

const remembered = (): Language => {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
};

/** Chinese is in the first load, English comes when it is chosen. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'messages')) {
    const en = await import('./en');
    i18next.addResourceBundle('en', 'messages', en.messages);
    i18next.addResourceBundle('en', 'fault', en.faults);
  }
  // First: what draws itself anew with the language reads it here.
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
  keep(language);
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    ns: ['messages', 'fault'],
    defaultNS: 'messages',
    fallbackNS: 'messages',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { zh: { messages: zh.messages, fault: zh.faults } },
  });
  writeGrades(i18next);
  if (remembered() === 'en') await setLanguage('en');
}
