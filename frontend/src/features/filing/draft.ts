import type { Draft, Figure, Finding } from './filing.api';

/** Figures of one table: rows and columns from labels like '乳儿班 男'. */
export interface FigureTable {
  columns: string[];
  rows: { name: string; cells: (Figure | undefined)[] }[];
}

export interface Layout {
  tables: FigureTable[];
  single: Figure[];
}

const parts = (figure: Figure): [string, string] | null => {
  const [row, column, more] = figure.label.split(' ');
  return row && column && !more ? [row, column] : null;
};

/**
 * Puts figures with row and column into tables, one for each set of columns. What would make a table of one row
 * stays single: a phone is too narrow for it.
 */
export function layOut(figures: Figure[]): Layout {
  const rows = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const both = parts(figure);
    if (both) rows.set(both[0], (rows.get(both[0]) ?? new Map()).set(both[1], figure));
  }
  const tables = new Map<string, FigureTable>();
  for (const [name, cells] of rows) {
    const columns = [...cells.keys()];
    const table = tables.get(columns.join()) ?? { columns, rows: [] };
    table.rows.push({ name, cells: columns.map((column) => cells.get(column)) });
    tables.set(columns.join(), table);
  }
  const wide = [...tables.values()].filter((table) => table.rows.length > 1);
  const placed = new Set(wide.flatMap((table) => table.rows.flatMap((row) => row.cells)));
  return { tables: wide, single: figures.filter((figure) => !placed.has(figure)) };
}

/** Findings of one kind that one person clears in one go. */
export interface GapGroup {
  code: string;
  severity: Finding['severity'];
  label: string;
  findings: Finding[];
}

const order = ['bad', 'warn', 'info'];

/** The gaps, worst first: of a list of children one line for each missing column, not one for each child. */
export function groupGaps(gaps: Finding[]): GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const gap of gaps) {
    const label = String(gap.args.label ?? '');
    const key = gap.childId ? `${gap.code} ${label}` : gap.code;
    const group = groups.get(key) ?? { code: gap.code, severity: gap.severity, label, findings: [] };
    group.findings.push(gap);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Gaps that somebody can close before filling; the rest is told for information. */
export const openGaps = (gaps: Finding[]): Finding[] => gaps.filter((gap) => gap.link !== '');

export interface Named {
  id: string;
  name: string;
  kind: 'child' | 'staff';
}

/** The names behind a figure in their usual order, and how many the asking person may not know. */
export function namesOf(figure: Figure, people: Draft['people']): { known: Named[]; hidden: number } {
  const byId = new Map(people.map((person) => [person.id, person]));
  const known = figure.people.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  return { known, hidden: figure.people.length - known.length };
}
