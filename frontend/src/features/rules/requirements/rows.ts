import type { Requirement } from './requirement.api';

/** All versions of one requirement, with those that matter now. */
export interface Rule {
  key: string;
  versions: Requirement[];
  /** The one that counts, or the last that is known. */
  now: Requirement;
  /** What the program ships for the nursery's place; absent for the nursery's own. */
  shipped?: Requirement;
  /** The nursery's version that begins later. */
  coming?: Requirement;
}

const rank = ({ jurisdiction }: Requirement): number =>
  jurisdiction === '*' ? 0 : jurisdiction === 'CN' ? 1 : jurisdiction.replace(/(00)+$/, '').length;

/** Groups versions by requirement, in the order that they came. */
export function rulesOf(rows: Requirement[], today: string): Rule[] {
  const groups = new Map<string, Requirement[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return [...groups].map(([key, versions]) => {
    const shipped = versions
      .filter((row) => !row.own && row.reaches && row.from <= today)
      .sort((a, b) => rank(a) - rank(b) || a.version - b.version)
      .at(-1);
    const coming = versions.filter((row) => row.own && row.from > today).at(-1);
    const last = versions.filter(({ reaches }) => reaches).at(-1) ?? versions[0];
    return { key, versions, now: versions.find(({ inForce }) => inForce) ?? last, shipped, coming } as Rule;
  });
}
