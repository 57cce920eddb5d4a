import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });
const styles = import.meta.glob<string>('./**/*.css', { eager: true, query: '?raw', import: 'default' });

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

/** A path from src on, aliases and dots resolved. */
const resolve = (file: string, target: string): string => {
  if (target.startsWith('@/')) return target.slice(2);
  if (!target.startsWith('.')) return '';
  return new URL(target, `http://src/${file.slice(2)}`).pathname.slice(1);
};

const areaOf = (path: string): string => path.split('/').slice(0, 2).join('/');

function wrong(file: string, target: string): string | null {
  const path = resolve(file, target);
  const from = file.slice(2);
  if (from.startsWith('ui/') && /^(api|form|features|app)\//.test(path)) return 'ui knows no feature and no API';
  if (from.startsWith('api/') && /^(ui|form|features|app)\//.test(path)) return 'api is below all others';
  if (from.startsWith('form/') && /^(features|app)\//.test(path)) return 'form knows no feature';
  if (from.startsWith('features/')) {
    if (path.startsWith('app/')) return 'features are below the app';
    if (path.startsWith('features/') && areaOf(path) !== areaOf(from)) return 'a feature imports no other feature';
  }
  return null;
}

const code = Object.entries(sources).filter(([file]) => !file.includes('.test.') && !file.startsWith('./testing/'));

describe('the layers', () => {
  it('hold', () => {
    const found = code.flatMap(([file, text]) =>
      importsOf(text).flatMap((target) => {
        const why = wrong(file, target);
        return why ? [`${file} imports ${target}: ${why}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('would notice a planted import', () => {
    expect(wrong('./ui/Button.tsx', '@/api/client')).toBeTruthy();
    expect(wrong('./form/FormDialog.tsx', '@/features/roster/Page')).toBeTruthy();
    expect(wrong('./features/roster/Page.tsx', '../dailylog/Board')).toBeTruthy();
    expect(wrong('./features/roster/Page.tsx', '@/app/nav')).toBeTruthy();
    expect(wrong('./features/roster/Page.tsx', './roster.api')).toBeNull();
  });

  it('leave fetch to src/api', () => {
    const found = code
      .filter(([file, text]) => !file.startsWith('./api/') && /\bfetch\(/.test(text))
      .map(([file]) => file);
    expect(found).toEqual([]);
  });

  it('keep files short', () => {
    const long = code
      .filter(([file]) => !file.endsWith('schema.d.ts'))
      .filter(([file, text]) => text.split('\n').length > (file.endsWith('.tsx') ? 200 : 300))
      .map(([file]) => file);
    expect(long).toEqual([]);
  });

  it('keep colours in the tokens', () => {
    const found = Object.entries(styles)
      .filter(([file, text]) => !file.startsWith('./styles/') && /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(text))
      .map(([file]) => file);
    expect(found).toEqual([]);
  });
});
