const chinese = {
  open: '打开日历',
  before: '上个月',
  after: '下个月',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  /** A month from YYYY-MM. */
  month: (of: string) => `${of.slice(0, 4)}年${Number(of.slice(5))}月`,
};

const english: typeof chinese = {
  open: 'Open the calendar',
  before: 'Month before',
  after: 'Month after',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  month: (of) =>
    new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${of}-01`)),
};

/** The calendar's few words in the language of the page: the kit knows no messages. */
export const calendarWords = (): typeof chinese => (document.documentElement.lang.startsWith('en') ? english : chinese);
