import { type KeyboardEvent, memo, type ReactNode, useState } from 'react';
import { cx } from './cx';
import styles from './Table.module.css';

export interface Column<Row> {
  key: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  width?: string;
  /** Left out on phones, where only what is needed to choose a row stands. */
  wide?: boolean;
}

export interface TableProps<Row> {
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** Rows that open something are reached by Tab, walked by the arrows and opened by Enter. */
  onOpen?: (row: Row) => void;
  /** The keys have come near the last row: more may be brought. */
  onEnd?: () => void;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  /** A list of unknown length between other things scrolls in itself, by keyboard too. */
  long?: boolean;
}

const pageOfRows = 10;
const near = 5;

/** Where a key leads from a row; undefined for other keys. */
const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + pageOfRows,
  PageUp: (at) => at - pageOfRows,
  Home: () => 0,
  End: (_, last) => last,
};

interface LineProps<Row> {
  row: Row;
  id: string;
  at: number;
  last: number;
  columns: Column<Row>[];
  /** The one row that Tab stops at. */
  stop: boolean;
  onReach: (id: string) => void;
  onOpen?: (row: Row) => void;
  onEnd?: () => void;
}

function LineOf<Row>({ row, id, at, last, columns, stop, onReach, onOpen, onEnd }: LineProps<Row>) {
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = steps[event.key]?.(at, last);
    if (event.key !== 'Enter' && to === undefined) return;
    event.preventDefault();
    if (to === undefined) return onOpen?.(row);
    const next = Math.min(Math.max(to, 0), last);
    event.currentTarget.parentElement?.querySelectorAll<HTMLElement>(':scope > tr')[next]?.focus();
    if (next > last - near) onEnd?.();
  };
  const opens = onOpen && {
    tabIndex: stop ? 0 : -1,
    onFocus: () => onReach(id),
    onClick: () => onOpen(row),
    onKeyDown: onKey,
  };
  return (
    <tr className={cx(onOpen && styles.opens)} {...opens}>
      {columns.map((column) => (
        <td key={column.key} className={cx(column.align === 'end' && styles.end, column.wide && styles.wide)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Only the rows that change are drawn again when a key moves on. */
const Line = memo(LineOf) as typeof LineOf;

/** A plain list of records; the first column names the row. */
export function Table<Row>({ label, rows, columns, rowKey, onOpen, onEnd, empty, long }: TableProps<Row>) {
  // One row at a time is a stop of Tab: behind a hundred rows there is a page to reach.
  const [current, setCurrent] = useState('');
  if (rows.length === 0 && empty) return empty;
  const reached = rows.findIndex((row) => rowKey(row) === current);
  return (
    <div className={cx(styles.scroll, long && styles.long)} tabIndex={long ? 0 : undefined}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={column.width ? { width: column.width } : undefined}
                className={cx(column.align === 'end' && styles.end, column.wide && styles.wide)}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line
              key={rowKey(row)}
              id={rowKey(row)}
              stop={at === Math.max(0, reached)}
              last={rows.length - 1}
              onReach={setCurrent}
              {...{ row, at, columns, onOpen, onEnd }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
