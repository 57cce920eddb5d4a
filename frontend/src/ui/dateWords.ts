import { createContext } from 'react';

/** What a date field and its calendar say; the kit itself knows no language. */
export interface DateWordsOf {
  /** How a day is written, shown while the field is empty: no day that could pass for a filled one. */
  like: string;
  open: string;
  before: string;
  after: string;
  /** Seven short names from Monday. */
  weekdays: string[];
  /** A month from its year and number. */
  month: (year: string, month: number) => string;
}

export const chineseDates: DateWordsOf = {
  like: '年-月-日',
  open: '打开日历',
  before: '上个月',
  after: '下个月',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  month: (year, month) => `${year}年${month}月`,
};

/** Given once around the app, by default Chinese. */
export const DateWords = createContext(chineseDates);
