/** The size of a file in words: 640 KB, 12.5 MB. */
export function sizeWords(bytes: number, language: string): string {
  const units = ['KB', 'MB', 'GB'];
  let size = Math.max(bytes, 1) / 1024;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  const rounded = unit === 0 ? Math.ceil(size) : size;
  return `${rounded.toLocaleString(language, { maximumFractionDigits: digits })} ${units[unit]}`;
}
