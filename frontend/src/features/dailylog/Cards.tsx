import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx, Tag, useChosenInView } from '@/ui';
import { awayFor, type BoardColumn, progressOf } from './board';
import styles from './Cards.module.css';
import { Cell } from './Cell';
import { ChildMarks } from './ChildMarks';
import type { Board, BoardChild } from './dailylog.api';

interface Props {
  board: Board;
  columns: BoardColumn[];
  column: BoardColumn;
  onColumn: (key: string) => void;
  onTap: (child: BoardChild) => void;
  picked: string;
}

// Two children with one 小名 must never be taken for each other.
const alike = (board: Board, child: BoardChild): boolean =>
  child.nickname !== '' && board.children.filter(({ nickname }) => nickname === child.nickname).length > 1;

/** The board on a phone: one column at a time, a card a child. */
export function Cards({ board, columns, column, onColumn, onTap, picked }: Props) {
  const { t } = useTranslation();
  const strip = useRef<HTMLDivElement>(null);
  useChosenInView(strip, column.key);
  return (
    <>
      <div ref={strip} className={styles.tabs} role="tablist" aria-label={t('dailylog.columns')}>
        {columns.map((each) => {
          const [done, of] = progressOf(board, each);
          return (
            <button
              key={each.key}
              type="button"
              role="tab"
              aria-selected={each.key === column.key}
              className={styles.tab}
              onClick={() => onColumn(each.key)}
            >
              <strong>{t(each.kind === 'meal' ? `dailylog.period_${each.period}` : `dailylog.${each.gate}`)}</strong>
              <span>
                {done}/{of}
              </span>
            </button>
          );
        })}
      </div>
      <div className={styles.cards}>
        {board.children.map((child) => (
          <button
            key={child.id}
            type="button"
            aria-pressed={picked === child.id}
            className={cx(
              styles.card,
              (child.state === 'leave' || child.state === 'awaited' || child.state === 'off') && styles.away,
            )}
            onClick={() => onTap(child)}
          >
            <span className={styles.head}>
              <strong>{child.nickname || child.name}</strong>
              {alike(board, child) && <small>{child.name}</small>}
              {child.allergies && (
                <Tag whole tone="bad">
                  {child.allergies}
                </Tag>
              )}
              <ChildMarks child={child} />
            </span>
            <span className={styles.cell}>
              {column.kind === 'meal' && child.state === 'leave' && t(`dailylog.leave_${awayFor(child)}`)}
              {column.kind === 'meal' && child.state === 'awaited' && t('dailylog.awaited')}
              {(column.kind === 'gate' || child.state === 'present' || child.state === 'left') && (
                <Cell child={child} column={column} />
              )}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
