// The month's return through the pages: a gap, its link, the field, the gap
// gone, the district's workbook in and out with the numbers that were shown.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, root, serve, yayuan } from './server.mjs';
import { cellsOf } from './workbook.mjs';

const template = join(root, 'backend/filing/testdata/c_基本情况月报表.xlsx');
const registration = '杭托备 2023-0018';
let browser;
let place;
let server;
let home;
let p;
let ask;

/** Signs in through the page. */
async function enter(opened, userName, password) {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill(userName);
  await opened.getByLabel(/密码/).first().fill(password);
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('link', { name: '报送' }).click();
}

before(async () => {
  browser = await open();
  place = folder();
  yayuan(
    'demo',
    '--data',
    place.data,
    '--key-file',
    place.key,
    '--children',
    '60',
    '--days',
    '40',
    '--seed',
    '7',
    '--until',
    '2026-11-23',
  );
  server = serve(place, '2026-11-23T17:30:00+08:00');
  home = await server.address;
  ask = await signIn(home, 'demo', 'yayuan-demo');
  await ask('PUT', '/api/nursery', { ...(await ask('GET', '/api/nursery')), registrationNumber: '' });
  p = await page(browser);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

const number = (label) => p.getByRole('button', { name: new RegExp(`^${label} \\d+，看名单$`) });

test('a gap stands before the figures, leads to its field, and is gone once that is filled', async () => {
  await enter(p, 'demo', 'yayuan-demo');
  await p.getByRole('heading', { name: '填表前先补：1 处' }).waitFor();
  assert.equal(await p.getByLabel('月份').inputValue(), '2026-10', 'the last finished month');
  await p
    .getByRole('listitem')
    .filter({ hasText: '机构信息里没有填备案编号' })
    .getByRole('button', { name: '去补' })
    .click();
  const field = p.getByLabel('备案编号');
  await field.waitFor();
  assert.ok(await field.evaluate((input) => input === document.activeElement), 'the field is where the writing begins');
  await field.fill(registration);
  await p.getByRole('button', { name: '保存' }).click();
  await sound(p, 'settings');
  await p.getByRole('button', { name: '回到刚才的页面' }).click();
  await p.getByRole('heading', { name: /^只剩 \d+ 项要手填$/ }).waitFor();
  await sound(p, 'filing');
  await fits(p, 'filing');
});

test('a number opens to as many names', async () => {
  const shown = Number(await number('月末在托人数').textContent());
  await number('月末在托人数').click();
  const names = await p.getByRole('dialog').getByRole('listitem').allInnerTexts();
  assert.ok(shown > 40);
  assert.equal(new Set(names).size, shown);
  await sound(p, 'names');
  await p.keyboard.press('Escape');
});

test('figures that changed since they were looked at are not filed', async () => {
  await p.locator('input[type=file]').setInputFiles(template);
  await p.getByText(/^认得 \d+ 处/).waitFor();
  await p.route('**/api/changes', (route) => route.abort()); // the page does not hear of the change by itself
  const before = Number(await number('月末在托人数').textContent());
  const { children } = await ask('POST', '/api/children/search', {
    text: '',
    classId: '',
    state: 'enrolled',
    limit: 1,
    offset: 0,
  });
  await ask('POST', `/api/children/${children[0].id}/leaving`, { lastDay: '2026-10-20', reason: '搬家' });
  await p.getByRole('button', { name: '填表并存档' }).click();
  await p.getByRole('alert').getByText('数据刚有变化，这次没有生成。').waitFor();
  await p.getByRole('button', { name: '看新的数字' }).click();
  await p.getByRole('button', { name: `月末在托人数 ${before - 1}，看名单` }).waitFor();
  assert.deepEqual((await ask('GET', '/api/filings')).filings, []);
  await p.unroute('**/api/changes');
});

test('the filled workbook holds the figures that were shown, and what nobody recorded is empty', async () => {
  const shown = await p
    .getByRole('table')
    .first()
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => [...row.cells].slice(1).map((cell) => Number(cell.textContent))));
  const total = Number(await number('月末在托人数').textContent());
  await p.getByRole('button', { name: '填表并存档' }).click();
  await p.getByRole('heading', { name: '填好了，已存档' }).waitFor();
  await sound(p, 'filled');
  const coming = p.waitForEvent('download');
  await p.getByRole('region', { name: '填好了，已存档' }).getByRole('button', { name: '另存一份' }).click();
  const saved = await coming;
  assert.equal(saved.suggestedFilename(), '托育机构运行情况月报_2026-10.xlsx');
  const bytes = readFileSync(await saved.path());
  const cell = await cellsOf(bytes);
  const rows = [11, 12, 13, 14].map((row) => ['F', 'G', 'H', 'I'].map((column) => cell(`${column}${row}`)));
  assert.deepEqual(rows, shown);
  assert.equal(cell('E15'), total, 'the sum of the district, reckoned from what was written');
  assert.equal(cell('C6'), registration);
  for (const address of ['C19', 'D19', 'C21', 'H21', 'C22', 'H22']) assert.equal(cell(address), null, address);

  const digest = createHash('sha256').update(bytes).digest('hex');
  const kept = p.getByRole('table', { name: '存档记录' }).getByRole('row').nth(1);
  await kept.getByText(digest.slice(0, 8)).waitFor();
  await kept.getByText('林静').waitFor();
});

test('paper shows the figures and nothing to click', async () => {
  await p.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.ok(await p.getByText('月末在托人数', { exact: true }).isVisible());
  assert.ok(await p.getByText('托育机构运行情况月报 · 2026年10月 · 草稿，样表未证实').isVisible());
  for (const gone of [
    p.getByRole('navigation').first(),
    p.getByRole('button', { name: '打印统计表' }),
    p.getByRole('heading', { name: '区里的表格' }),
  ]) {
    assert.ok(!(await gone.isVisible()));
  }
  const ink = await p
    .getByText('月末在托人数', { exact: true })
    .evaluate((label) => getComputedStyle(label).color.match(/\d+/g).map(Number));
  assert.ok(Math.max(...ink) < 128, `dark on white: ${ink}`);
  await p.emulateMedia({ media: 'screen', colorScheme: 'light' });
});

test('a viewer sees the figures and cannot fill, on a phone too', async () => {
  const { id } = await ask('POST', '/api/staff', {
    name: '郑一看',
    sex: '',
    position: 'other',
    phone: null,
    joinedOn: '',
    leftOn: '',
  });
  await ask('POST', `/api/staff/${id}/account`, { userName: 'viewer', password: 'yayuan-viewer', roles: ['viewer'] });
  const seen = await page(browser, { size: sizes.phone });
  await enter(seen, 'viewer', 'yayuan-viewer');
  await seen.getByText('您可以看草稿和存档记录').waitFor();
  for (const name of [/填表并存档/, /选择空白表格/, /另存一份/, /去补/])
    assert.equal(await seen.getByRole('button', { name }).count(), 0, String(name));
  await seen.getByRole('button', { name: /^在岗人数 保育人员 \d+，看名单$/ }).click();
  await seen.getByText('您的岗位看不到姓名').waitFor();
  await sound(seen, 'viewer');
  await fits(seen, 'viewer');
  const asViewer = await signIn(home, 'viewer', 'yayuan-viewer');
  const { templates } = await asViewer('GET', '/api/templates');
  await assert.rejects(
    asViewer('POST', '/api/forms/MON-1/fill', { period: '2026-10', templateId: templates[0].id }),
    /403/,
  );
});
