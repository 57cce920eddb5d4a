import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@/api/clock';
import { cx, Tag } from '@/ui';
import { awayFor, type BoardColumn, degrees, isThere } from './board';
import type { BoardChild, Check, Mark, Meal } from './dailylog.api';
import styles from './Grid.module.css';

/** Small words for what must stay visible: late, corrected, by default. */
function Marks({ fact }: { fact: Pick<Meal, 'late' | 'corrected'> & { byDefault?: boolean } }) {
  const { t } = useTranslation();
  return (
    <>
      {fact.byDefault && (
        <span className={styles.mark} title={t('dailylog.by_default_what')}>
          {t('dailylog.by_default')}
        </span>
      )}
      {fact.corrected && <span className={styles.mark}>{t('dailylog.corrected')}</span>}
      {fact.late && <span className={cx(styles.mark, styles.late)}>{t('dailylog.late')}</span>}
    </>
  );
}

/** Verdicts of the pick-up list that somebody has to look into. */
const alarming = ['forbidden', 'stranger', 'ended', 'not_yet', 'used'];

function GateMark({ mark }: { mark: Mark }) {
  const { t } = useTranslation();
  const who = mark.relation || mark.person;
  return (
    <>
      <span className={styles.time}>{timeOfDay(mark.happenedAt)}</span>
      {alarming.includes(mark.verdict) ? (
        <Tag tone="bad" title={t(`dailylog.verdict_${mark.verdict}_what`, { who: mark.person || who })}>
          {t(`dailylog.verdict_${mark.verdict}`)}
        </Tag>
      ) : (
        <span className={styles.quiet}>{who}</span>
      )}
      <Marks fact={mark} />
    </>
  );
}

const odd = (check: Check) => [check.touch, check.look, check.ask, check.search].includes('abnormal');

function CheckMark({ check }: { check: Check }) {
  const { t } = useTranslation();
  const temperature = check.temperature == null ? t('dailylog.not_measured') : degrees(check.temperature);
  if (check.fever || odd(check)) {
    return (
      <>
        <Tag tone="bad" title={check.findings}>
          {check.fever ? `${t('dailylog.fever')} ${temperature}` : `${t('dailylog.abnormal')} ${temperature}`}
        </Tag>
        <Marks fact={check} />
      </>
    );
  }
  return (
    <>
      <span className={check.temperature == null ? styles.quiet : styles.time}>{temperature}</span>
      {check.card && check.card !== 'green' && (
        <Tag tone={check.card === 'red' ? 'bad' : 'warn'}>{t(`dailylog.card_${check.card}`)}</Tag>
      )}
      <Marks fact={check} />
    </>
  );
}

/** What one cell says; a blank one of a child who is there is a quiet dot. */
export function Cell({ child, column }: { child: BoardChild; column: BoardColumn }) {
  const { t } = useTranslation();
  if (column.gate === 'check') {
    if (child.check) return <CheckMark check={child.check} />;
    return isThere(child) ? (
      <span className={styles.quiet}>{t('dailylog.unchecked')}</span>
    ) : (
      <span className={styles.none}>—</span>
    );
  }
  if (column.kind === 'gate') {
    const mark = column.gate === 'arrival' ? child.arrival : child.departure;
    if (mark) return <GateMark mark={mark} />;
    if (column.gate === 'arrival' && child.state === 'leave') {
      return <Tag tone="leave">{t(`dailylog.leave_${awayFor(child)}`)}</Tag>;
    }
    if (column.gate === 'arrival' && child.state === 'awaited')
      return <span className={styles.awaited}>{t('dailylog.awaited')}</span>;
    return isThere(child) ? <span className={styles.dot} /> : <span className={styles.none}>—</span>;
  }
  const meal = child.meals[column.period ?? ''];
  if (meal) {
    return (
      <>
        <span>{t(`dailylog.amount_${meal.amount}`)}</span>
        <Marks fact={meal} />
      </>
    );
  }
  return isThere(child) ? <span className={styles.dot} /> : <span className={styles.none}>—</span>;
}
