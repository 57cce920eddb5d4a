// The main job end to end: first start, a roster file in, a class logged, a
// return out, with the numbers of the workbook checked against what was logged.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fits, open, page, sound } from './browser.mjs';
import { folder, root, serve } from './server.mjs';

const rosters = (name) => join(root, 'backend/roster/testdata/rosters', name);

let browser;
let place;
let server;
let home;
let p;

before(async () => {
  browser = await open();
  place = folder();
  server = serve(place, '2026-11-23T11:20:00+08:00');
  home = await server.address;
  p = await page(browser);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

test('a director sets up the nursery and keeps the recovery code', async () => {
  await p.goto(home);
  await p.getByRole('button', { name: '开始建立' }).click();
  await p.getByLabel('机构名称').fill('小芽托育园');
  await p.getByLabel('负责人姓名').fill('林静');
  await p.getByLabel('登录用户名').fill('linjing');
  await p.getByLabel(/^密码/).fill('yayuan-2026');
  await p.getByLabel('再输入一次密码').fill('yayuan-2026');
  await sound(p, 'first start');
  await p.getByRole('button', { name: '建立机构' }).click();
  const code = await p.locator('code').first().textContent();
  assert.match(code, /^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
  await sound(p, 'recovery code');
  assert.ok(await p.getByRole('button', { name: '进入芽园' }).isDisabled(), 'the code must be kept first');
  await p.getByRole('checkbox').check();
  await p.getByRole('button', { name: '进入芽园' }).click();
  await p.getByRole('heading', { name: '今日' }).waitFor();
  await fits(p, 'today');
  await sound(p, 'today');
});

test('the messy roster comes in, with what is wrong in it said first', async () => {
  await p.getByRole('button', { name: '导入名册' }).click();
  await p.getByLabel('选择名册文件').first().setInputFiles(rosters('m2_身份证科学计数_序列日期.xlsx'));
  await p.getByRole('heading', { name: '要看一看的地方' }).waitFor();
  await p.screenshot({ path: '/tmp/y/s/import.png', fullPage: true });
  await fits(p, 'import');
  await sound(p, 'import');
});
