// Makes src/styles/tokens.css out of src/styles/tokens.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { cssOf } from './tokens-css.mjs';

const at = (path) => new URL(`../src/styles/${path}`, import.meta.url);
writeFileSync(at('tokens.css'), cssOf(JSON.parse(readFileSync(at('tokens.json'), 'utf8'))));
