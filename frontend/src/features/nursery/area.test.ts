import { expect, it } from 'vitest';
import { areaText, readArea } from './area';

it('an area is typed in square metres and kept in square decimetres', () => {
  expect(readArea('860')).toBe(86_000);
  expect(readArea('860.5')).toBe(86_050);
  expect(readArea('1,234.56')).toBe(123_456);
  expect(readArea('８６０．２５')).toBe(86_025);
  expect(readArea(' ')).toBeNull();
});

it('what is no area is not guessed at', () => {
  for (const typed of ['860.555', '八百', '-3', '1e3', '.5']) expect(readArea(typed)).toBeUndefined();
});

it('what was typed comes back with two decimals', () => {
  expect(areaText(readArea('0.07') ?? null)).toBe('0.07');
  expect(areaText(null)).toBe('');
});
