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
  { name: 'today', hash: '/today', shows: '各班在园', size: sizes.desktop },
  { name: 'board', hash: '/board', shows: '18 名宝宝', size: sizes.desktop, act: largeClass },
  { name: 'board-phone', hash: '/board', shows: '选一名宝宝', size: sizes.phone, act: largeClass },
  { name: 'import', hash: '/import', shows: '要看一看的地方', size: sizes.desktop, act: bringRoster },
  { name: 'filing', hash: '/filing', shows: '月末在托人数', size: sizes.desktop },
];

async function bringRoster(opened) {
  await opened.locator('input[type=file]').setInputFiles(roster);
}

async function largeClass(opened) {
  await opened.getByLabel('班级', { exact: true }).selectOption({ label: '托大一班' });
}

const browser = await open();
const place = folder();
const server = serve(place, '2026-11-24T11:25:00+08:00');
try {
  const home = await server.address;
  mkdirSync(out, { recursive: true });
  for (const { name, hash, shows, act, ...look } of shots) {
    const opened = await page(browser, look);
    await opened.goto(home);
    await opened
      .getByRole('button', { name: /^(打开|进入)演示园$/ })
      .first()
      .click();
    await opened.getByRole('heading', { name: '今日' }).waitFor({ timeout: 120_000 });
    await opened.goto(`${home}/#${hash}`);
    await act?.(opened);
    await opened.getByText(shows).first().waitFor();
    await opened.screenshot({ path: join(out, `${name}.png`) });
    await opened.context().close();
  }
} finally {
  await browser.close();
  await server.stop();
  place.remove();
}
