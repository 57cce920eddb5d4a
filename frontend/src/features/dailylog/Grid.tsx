import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx, Tag } from '@/ui';
import { type BoardColumn, moved, progressOf } from './board';
import { Cell } from './Cell';
import { ChildMarks } from './ChildMarks';
import type { Board, BoardChild } from './dailylog.api';
import { Face } from './Face';
import styles from './Grid.module.css';

export interface Spot {
  row: number;
  column: number;
}

interface Props {
  board: Board;
  columns: BoardColumn[];
  current: string;
  spot: Spot;
  onSpot: (spot: Spot) => void;
  /** Enter or a click on a gate's cell. */
  onOpen: (child: BoardChild, column: BoardColumn) => void;
  /** A click on a child's name. */
  onChild: (child: BoardChild) => void;
  /** A tap on the mark of a child's action card. */
  onCard: (child: BoardChild) => void;
  onDigit: (digit: number) => void;
  onEnter: () => void;
  onUndo: () => void;
}

/** The class as a table: rows are children, columns the day; one cell has the focus. */
export function Grid({
  board,
  columns,
  current,
  spot,
  onSpot,
  onOpen,
  onChild,
  onCard,
  onDigit,
  onEnter,
  onUndo,
}: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  // Digits and arrows work at once: a board that opens takes the focus from the link that led to it.
  useEffect(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at.closest('nav'))
      table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);
  useEffect(() => {
    const inside = table.current?.contains(document.activeElement);
    const cell = table.current?.querySelector<HTMLElement>(`[data-spot="${spot.row},${spot.column}"]`);
    if (inside) cell?.focus({ preventScroll: false });
  }, [spot]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const [row, column] = moved(spot.row, spot.column, event.key, board.children.length, columns.length);
    const here = columns[spot.column];
    const child = board.children[spot.row];
    if (row !== spot.row || column !== spot.column) onSpot({ row, column });
    else if (/^[1-5]$/.test(event.key) && here?.kind === 'meal') onDigit(Number(event.key));
    else if (event.key === 'Enter' && here?.kind === 'meal') onEnter();
    else if ((event.key === 'Enter' || event.key === ' ') && here && child) onOpen(child, here);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.scroll}>
      <table ref={table} className={styles.grid} aria-label={t('dailylog.grid', { name: board.class.name })}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('dailylog.children', { count: board.children.length })}
            </th>
            {columns.map((column) => (
              <Head key={column.key} board={board} column={column} now={column.key === current} />
            ))}
          </tr>
        </thead>
        <tbody>
          {board.children.map((child, row) => (
            <tr key={child.id} className={cx(styles[child.state])}>
              <th scope="row">
                <span className={styles.name}>
                  <Face child={child} />
                  <button type="button" className={styles.called} onClick={() => onChild(child)}>
                    {child.nickname || child.name}
                  </button>
                  <span className={styles.quiet}>
                    {child.nickname ? `${child.name} · ` : ''}
                    {t('dailylog.months', { count: child.ageMonths })}
                  </span>
                  {child.allergies && <Tag tone="bad">{child.allergies}</Tag>}
                  <ChildMarks child={child} onCard={onCard} />
                </span>
              </th>
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  data-spot={`${row},${index}`}
                  tabIndex={row === spot.row && index === spot.column ? 0 : -1}
                  className={cx(
                    column.key === current && styles.now,
                    row === spot.row && index === spot.column && styles.spot,
                  )}
                  onFocus={() => (row !== spot.row || index !== spot.column) && onSpot({ row, column: index })}
                  onKeyDown={press}
                  onClick={() => (column.kind === 'gate' ? onOpen(child, column) : onSpot({ row, column: index }))}
                >
                  <span className={styles.cell}>
                    <Cell child={child} column={column} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ board, column, now }: { board: Board; column: BoardColumn; now: boolean }) {
  const { t } = useTranslation();
  const [done, of] = progressOf(board, column);
  return (
    <th scope="col" className={cx(now && styles.now)}>
      <span className={styles.title}>
        {t(column.kind === 'meal' ? `dailylog.period_${column.period}` : `dailylog.${column.gate}`)}
      </span>
      <span className={styles.under}>
        <span>{column.starts ?? ''}</span>
        <span>
          {done}/{of}
        </span>
      </span>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${of ? (100 * done) / of : 0}%` }} />
      </span>
    </th>
  );
}
