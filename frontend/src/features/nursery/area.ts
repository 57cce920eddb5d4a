const plain = (typed: string) =>
  typed
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[．。]/g, '.')
    .replace(/[,，\s]/g, '');

/** Square decimetres as square metres with two decimals; empty when not recorded. */
export const areaText = (dm2: number | null): string => (dm2 === null ? '' : (dm2 / 100).toFixed(2));

/** Reads square metres as people type them; null for nothing, undefined when it is no area. */
export function readArea(typed: string): number | null | undefined {
  const text = plain(typed);
  if (text === '') return null;
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) return undefined;
  return Math.round(Number(text) * 100);
}
