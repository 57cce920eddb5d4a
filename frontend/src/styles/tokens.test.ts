import { expect, it } from 'vitest';
import { cssOf } from '../../tools/tokens-css.mjs';
import css from './tokens.css?raw';
import tokens from './tokens.json';

it('the style sheet is what the tokens say (npm run tokens)', () => {
  expect(css).toBe(cssOf(tokens));
});
