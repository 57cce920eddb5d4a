// Debian's Chromium, and what every journey looks at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const open = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The sizes that pages are made for. */
export const sizes = {
  desktop: { width: 1280, height: 800 },
  office: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};

/** A page in Chinese that fails the test on any error of its own. */
export async function page(browser, { size = sizes.desktop, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: size === sizes.phone,
  });
  const opened = await context.newPage();
  opened.setDefaultTimeout(10_000);
  opened.faults = [];
  opened.on('pageerror', (error) => opened.faults.push(String(error)));
  opened.on('console', (message) => {
    // A refused request is an answer, not a fault of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      opened.faults.push(message.text());
  });
  return opened;
}

/** No serious fault by axe, and none of the page's own. */
export async function sound(opened, name) {
  assert.deepEqual(opened.faults, [], `${name}: errors on the page`);
  await opened.evaluate(axe);
  const { violations } = await opened.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
  assert.deepEqual(found, [], `${name}: axe`);
}

/** Nothing is wider than the page, nor than the part of it that scrolls. */
export async function fits(opened, name) {
  const found = await opened.evaluate(() =>
    [document.documentElement, document.getElementById('page')]
      .filter(Boolean)
      .map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]),
  );
  for (const [content, width] of found) assert.ok(content <= width, `${name}: ${content} px of content in ${width} px`);
}
