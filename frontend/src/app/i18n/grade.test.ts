import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '.';

const write = (grade: string) => i18next.t('rules.grade', { grade });

describe('a grade of evidence', () => {
  afterEach(() => setLanguage('zh'));

  it('is written with what its letter means', () => {
    expect(write('A')).toBe('依据等级 A（官方原文）');
    expect(write('B(draft)')).toBe('依据等级 B（征求意见稿）');
    expect(write('B(draft)+C')).toBe('依据等级 B（征求意见稿）、C（他人引用）');
    expect(write('own')).toBe('本园规定');
  });

  it('follows the language', async () => {
    await setLanguage('en');
    expect(write('A/B')).toBe('Evidence A (official text), B (reprint)');
  });

  it('shows a letter it has no words for', () => {
    expect(write('Z')).toBe('依据等级 Z');
  });
});
