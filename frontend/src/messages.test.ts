import { describe, expect, it } from 'vitest';
import * as en from '@/app/i18n/en';
import * as zh from '@/app/i18n/zh';

const argsOf = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it.each([
    ['pages', zh.messages, en.messages],
    ['faults', zh.faults, en.faults],
  ])('of %s exist in both languages with the same arguments', (_, chinese, english) => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    const unlike = Object.keys(chinese).filter(
      (key) => argsOf(chinese[key] ?? '').join() !== argsOf(english[key] ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it('keep the first word of a key for one place', () => {
    expect(Object.keys(zh.messages).every((key) => /^[a-z_]+\.\w+/.test(key))).toBe(true);
  });

  it('use full-width punctuation in Chinese', () => {
    const half = Object.entries(zh.messages).filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text));
    expect(half).toEqual([]);
  });

  it('know every literal key that the sources use', () => {
    const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });
    const missing = Object.entries(sources).flatMap(([file, text]) =>
      file.includes('.test.')
        ? []
        : [...text.matchAll(/\bt\(\s*'([a-z_]+\.\w+)'/g)]
            .map((match) => match[1] ?? '')
            .filter((key) => !(key in zh.messages)),
    );
    expect(missing).toEqual([]);
  });
});
