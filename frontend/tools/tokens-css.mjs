const kebab = (name) => name.replace(/[A-Z]+/g, (part) => `-${part.toLowerCase()}`);

const colourName = (name) => kebab(name).replace(/(\d)/, '-$1');

const block = (selector, lines, indent = '') =>
  `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}`).join('\n')}\n${indent}}\n`;

/** The style sheet of the tokens: light, dark by the system's wish, dark by the person's choice. */
export function cssOf(tokens) {
  const colours = (key) => Object.entries(tokens.color).map(([name, pair]) => `--${colourName(name)}: ${pair[key]};`);
  const light = ['color-scheme: light;', ...colours('$value')];
  const dark = ['color-scheme: dark;', ...colours('$dark')];
  const { font, motion, shadow } = tokens;
  const rest = [
    `--font: ${font.family};`,
    `--numeric: ${font.numeric};`,
    ...Object.entries(font.size).map(([name, px]) => `--text-${kebab(name)}: ${px}px;`),
    ...Object.entries(font.weight).map(([name, weight]) => `--weight-${name}: ${weight};`),
    ...Object.entries(font.lineHeight).map(([name, ratio]) => `--leading-${name}: ${ratio};`),
    ...tokens.space.map((px, step) => `--space-${step}: ${px}px;`),
    ...Object.entries(tokens.radius).map(([name, px]) => `--radius-${name}: ${px}px;`),
    ...Object.entries(tokens.size).map(([name, px]) => `--size-${kebab(name)}: ${px}px;`),
    `--motion-fast: ${motion.fast};`,
    `--motion-base: ${motion.base};`,
    `--ease: ${motion.ease};`,
    ...Object.entries(shadow).map(([name, value]) => `--shadow-${name}: ${value};`),
  ];
  const still = [`--motion-fast: ${motion.reduced};`, `--motion-base: ${motion.reduced};`];
  // Before 2024 the backdrop of a dialog did not inherit from the root.
  const scrim = (key) => [`--scrim: ${tokens.color.scrim[key]};`];
  return [
    '/* Made by `npm run tokens` from tokens.json. */\n',
    block(':root', [...light, ...rest]),
    block('::backdrop', scrim('$value')),
    // Paper is white, whatever the screen shows.
    `@media screen and (prefers-color-scheme: dark) {\n${block(":root:not([data-theme='light'])", dark, '  ')}`,
    `${block(":root:not([data-theme='light']) ::backdrop", scrim('$dark'), '  ')}}\n`,
    `@media screen {\n${block(":root[data-theme='dark']", dark, '  ')}`,
    `${block(":root[data-theme='dark'] ::backdrop", scrim('$dark'), '  ')}}\n`,
    `@media (prefers-reduced-motion: reduce) {\n${block(':root', still, '  ')}}\n`,
  ].join('\n');
}
