// Renews docs/screenshots from the real program: the demo nursery in the
// middle of a morning, every page at the sizes that it is made for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, page, sizes } from './browser.mjs';
import { folder, root, serve } from './server.mjs';

const out = join(root, 'docs/screenshots');
const roster = join(root, 'backend/roster/testdata/rosters/m2_身份证科学计数_序列日期.xlsx');

/** Which pages stand in the README, at which size. */
const shots = [
  { name: 'today', hash: '/today', size: sizes.desktop },
  { name: 'board', hash: '/board', size: sizes.desktop },
  { name: 'board-dark', hash: '/board', size: sizes.office, colorScheme: 'dark' },
  { name: 'board-phone', hash: '/board', size: sizes.phone },
  { name: 'roster', hash: '/children', size: sizes.desktop },
  { name: 'import', hash: '/import', size: sizes.desktop, act: bringRoster },
  { name: 'filing', hash: '/filing', size: sizes.desktop },
];

async function bringRoster(opened) {
  await opened.locator('input[type=file]').setInputFiles(roster);
  await opened.getByRole('heading', { name: '要看一看的地方' }).waitFor();
}

const browser = await open();
const place = folder();
const server = serve(place, '2026-11-24T11:25:00+08:00');
try {
  const home = await server.address;
  mkdirSync(out, { recursive: true });
  for (const { name, hash, act, ...look } of shots) {
    const opened = await page(browser, look);
    await opened.goto(home);
    await opened.getByRole('button', { name: /演示/ }).click();
    await opened.getByRole('heading', { name: '今日' }).waitFor({ timeout: 120_000 });
    await opened.goto(`${home}/#${hash}`);
    await opened.waitForLoadState('networkidle');
    await act?.(opened);
    await opened.screenshot({ path: join(out, `${name}.png`) });
    await opened.context().close();
  }
} finally {
  await browser.close();
  await server.stop();
  place.remove();
}
