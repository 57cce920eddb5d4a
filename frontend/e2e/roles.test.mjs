// Kitchen, finance, gate, health worker and caregiver each sign in: they find
// their pages and no others, nothing is refused on the way, and no number of
// anybody stands on the page of who has no need of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, serve, yayuan } from './server.mjs';

const day = '2026-11-23';

let browser;
let place;
let server;
let home;
let ask;
let classes;

before(async () => {
  place = folder();
  const made = ['demo', '--data', place.data, '--key-file', place.key, '--children', '40', '--days', '1'];
  yayuan(...made, '--seed', '7', '--until', day);
  server = serve(place, `${day}T16:40:00+08:00`);
  home = await server.address;
  ask = await signIn(home, 'demo', 'yayuan-demo');
  ({ classes } = await ask('GET', '/api/classes'));
  const { id } = await ask('POST', '/api/staff', {
    name: '钱敏',
    sex: '',
    position: 'other',
    phone: null,
    joinedOn: day,
  });
  await ask('POST', `/api/staff/${id}/account`, { userName: '钱敏', password: 'yayuan-demo', roles: ['finance'] });
  browser = await open();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

/** Signs in on a page that keeps what was refused. */
async function enter(userName, size) {
  const p = await page(browser, { size });
  p.refused = [];
  p.on('response', (answer) => answer.status() === 403 && p.refused.push(answer.url()));
  await p.goto(home);
  await p.getByLabel('用户名').fill(userName);
  await p.getByLabel('密码', { exact: true }).fill('yayuan-demo');
  await p.getByRole('button', { name: '登录' }).click();
  await p.getByRole('main').waitFor();
  return p;
}

const nav = (p) => p.getByRole('navigation', { name: '主导航' }).first();

/** The rail holds these pages, and each of them opens, whole and without a refusal. */
async function walks(p, pages) {
  await nav(p).getByRole('link').first().waitFor();
  assert.deepEqual(await nav(p).getByRole('link').allTextContents(), Object.keys(pages));
  assert.equal(await p.getByRole('heading', { level: 1 }).first().textContent(), Object.values(pages)[0], 'first page');
  for (const [name, title] of Object.entries(pages)) {
    await nav(p).getByRole('link', { name, exact: true }).click();
    await p.getByRole('heading', { level: 1, name: title }).waitFor();
    await p.getByText('正在读取').first().waitFor({ state: 'detached' });
    await sound(p, name);
    await fits(p, name);
  }
  assert.deepEqual(p.refused, [], 'a page asks for what its reader may not know');
}

/** No phone and no ID number, masked or not. */
async function withoutNumbers(p, name) {
  const html = await p.evaluate(() => document.documentElement.outerHTML);
  assert.doesNotMatch(html, /(?<!\d)1\d{10}(?!\d)|\d{17}[\dXx]|1\d\d\*{4}\d{4}/, name);
}

test('the kitchen begins with what must not be eaten, and prints it on one sheet, or one for each room', async () => {
  const p = await enter('吴建平');
  await walks(p, { 过敏与忌口: '过敏与忌口' });
  await p.getByText('按 11月23日 周一 在托的宝宝', { exact: true }).waitFor();
  const first = p.locator('section').filter({ has: p.getByText('花生（严重）、坚果') });
  await first.first().getByText('口周红疹').first().waitFor();
  await withoutNumbers(p, 'kitchen');
  await p.evaluate(() => {
    window.print = () => {};
  });
  const sheets = async () => (await p.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  await p.getByRole('button', { name: '打印厨房总表' }).click();
  assert.equal(await sheets(), 1, 'the kitchen hangs up one sheet');
  await p.getByRole('button', { name: '打印各班一张' }).click();
  const { classes: rooms } = await ask('GET', '/api/allergies');
  assert.equal(await sheets(), rooms.length, 'a sheet for each room');
  assert.ok(rooms.length > 1);
});

test('the gate looks a child up and sees who may and who must not collect', async () => {
  const { children } = await ask('POST', '/api/children/search', {
    ...{ text: '', classId: '', state: 'enrolled', limit: 0, offset: 0 },
  });
  const lists = await Promise.all(
    children.map(async (child) => ({ child, ...(await ask('GET', `/api/children/${child.id}/collectors/${day}`)) })),
  );
  const { child, collectors } = lists.find((each) => each.collectors.some(({ verdict }) => verdict === 'forbidden'));
  const p = await enter('周国强', sizes.phone);
  await p.getByRole('heading', { name: '接送核对' }).waitFor();
  const bar = p.getByRole('navigation', { name: '主导航' }).last();
  assert.deepEqual(await bar.getByRole('link').allTextContents(), ['接送核对']);
  await p.getByText('接的是哪位宝宝？').waitFor();
  await sound(p, 'gate');
  await p.getByLabel('找宝宝').fill('没有这个人');
  await p.getByText('没有找到这位宝宝').waitFor();
  await p.getByLabel('找宝宝').fill(child.name);
  await p.getByRole('list', { name: '找到的宝宝' }).getByRole('button').first().click();
  const lines = p.getByRole('listitem').filter({ has: p.getByRole('strong') });
  await lines.first().getByText('不得接走', { exact: true }).waitFor();
  for (const { name } of collectors) await p.getByText(name, { exact: true }).first().waitFor();
  const barred = collectors.find(({ verdict }) => verdict === 'forbidden');
  await p.getByRole('button', { name: `${barred.name}的照片` }).click();
  await p
    .getByRole('dialog')
    .getByRole('img', { name: `${barred.name}的照片` })
    .waitFor();
  await sound(p, 'a face at the gate');
  await p.keyboard.press('Escape');
  await fits(p, 'who collects');
  await withoutNumbers(p, 'gate');
  assert.equal(await p.getByText(barred.reason).count(), 0, 'why is not for the gate');
  assert.deepEqual(p.refused, []);
  await p.getByRole('button', { name: '查下一位' }).click();
  assert.equal(await p.getByLabel('找宝宝').inputValue(), '');
});

test('finance reads who is in which class, and neither health nor guardians nor numbers', async () => {
  const p = await enter('钱敏');
  await walks(p, { 名册: '名册' });
  await withoutNumbers(p, 'the list');
  await p.getByRole('row').nth(1).click();
  await p.getByRole('heading', { name: '班级与托育形式' }).waitFor();
  await sound(p, 'a child');
  await withoutNumbers(p, 'a child');
  for (const title of ['监护人', '接送人', '健康与饮食'])
    assert.equal(await p.getByRole('heading', { name: title, exact: true }).count(), 0, title);
  assert.deepEqual(p.refused, []);
});

test('the health worker has the day of every class, the food list, roster and staff', async () => {
  const p = await enter('沈慧');
  await walks(p, { 今日: '今日', 班级日志: classes[0].name, 过敏与忌口: '过敏与忌口', 名册: '名册', 教职工: '教职工' });
});

test('a caregiver has the day of the own class and what its children must not eat', async () => {
  const p = await enter(classes[0].caregivers[0]);
  await walks(p, { 今日: '今日', 班级日志: classes[0].name, 过敏与忌口: '过敏与忌口', 名册: '名册' });
  await nav(p).getByRole('link', { name: '过敏与忌口' }).click();
  await p.getByRole('heading', { level: 2, name: classes[0].name }).waitFor();
  assert.equal(await p.getByRole('heading', { level: 2 }).count(), 1, 'one class');
});
