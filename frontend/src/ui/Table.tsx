import type { KeyboardEvent, ReactNode } from 'react';
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
  /** Rows that open something are reached by Tab and opened by Enter. */
  onOpen?: (row: Row) => void;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  /** A list of unknown length between other things scrolls in itself, by keyboard too. */
  long?: boolean;
}

/** A plain list of records; the first column names the row. */
export function Table<Row>({ label, rows, columns, rowKey, onOpen, empty, long }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  const open = (row: Row) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    onOpen?.(row);
  };
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
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={cx(onOpen && styles.opens)}
              tabIndex={onOpen ? 0 : undefined}
              onClick={onOpen ? () => onOpen(row) : undefined}
              onKeyDown={onOpen ? open(row) : undefined}
            >
              {columns.map((column) => (
                <td key={column.key} className={cx(column.align === 'end' && styles.end, column.wide && styles.wide)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
