// The roster by hand: a child registered, found, moved and on leave, with its
// history; and what somebody of another room does not get to see.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, serve, yayuan } from './server.mjs';

const day = '2026-11-23';
const idNumber = '330102202403120286';

let browser;
let place;
let server;
let home;
let p;

const enter = async (opened, userName, password) => {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill(userName);
  await opened.getByLabel('密码', { exact: true }).fill(password);
  await opened.getByRole('button', { name: '登录' }).click();
};

const row = (name) => p.getByRole('table', { name: '宝宝名册' }).getByRole('row').filter({ hasText: name });
const press = (name) => p.getByRole('button', { name, exact: true }).click();
const card = (title) => p.locator('section').filter({ has: p.getByRole('heading', { name: title }) });

before(async () => {
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
    '2',
    '--seed',
    '7',
    '--until',
    day,
  );
  server = serve(place, `${day}T10:00:00+08:00`);
  home = await server.address;
  browser = await open();
  p = await page(browser);
  await enter(p, 'demo', 'yayuan-demo');
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

test('the roster is walked by the keys alone, and brings its next page by itself', async () => {
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByText('60 名').waitFor();
  const rows = p.getByRole('table', { name: '宝宝名册' }).locator('tbody tr');
  assert.equal(await rows.count(), 50);
  const at = () => rows.evaluateAll((all) => all.indexOf(document.activeElement));
  await rows.first().focus();
  await p.keyboard.press('ArrowDown');
  await p.keyboard.press('PageDown');
  assert.equal(await at(), 11);
  await p.keyboard.press('End');
  await p.waitForFunction(() => document.querySelectorAll('tbody tr').length === 60);
  await p.keyboard.press('End');
  assert.equal(await at(), 59);
  await p.keyboard.press('Shift+Tab');
  assert.equal(await at(), -1, 'one Tab leads out of the rows');
  await p.keyboard.press('Tab');
  assert.equal(await at(), 59, 'and back to where one was');
  await p.keyboard.press('Home');
  const first = await rows.first().locator('strong').textContent();
  await p.keyboard.press('Enter');
  await p.getByRole('heading', { level: 1 }).filter({ hasText: first }).waitFor();
  await p.goBack();
  await p.getByText('60 名').waitFor();
});

test('a wrong ID number is told at its field, a right one brings birth date and sex', async () => {
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByText('60 名').waitFor();
  await p.waitForFunction(() => document.querySelectorAll('tbody tr').length === 60);
  await fits(p, 'roster');
  await sound(p, 'roster');
  await press('登记宝宝');
  const name = p.getByRole('textbox', { name: '姓名', exact: true });
  assert.ok(await name.evaluate((input) => input === document.activeElement), 'one can type at once');
  await name.fill('钟一诺');
  await p.getByLabel('小名').fill('糖豆');
  const number = p.getByLabel('身份证号');
  await number.fill(`${idNumber.slice(0, 17)}7`);
  await p.getByText('末位校验码要对').waitFor();
  assert.equal(await number.getAttribute('aria-invalid'), 'true');
  assert.equal(await p.getByLabel('出生日期').inputValue(), '');
  await number.fill(idNumber);
  await p.waitForFunction(() =>
    [...document.querySelectorAll('dialog input')].some(({ value }) => value === '2024-03-12'),
  );
  assert.ok(await p.getByRole('radio', { name: '女' }).isChecked());
  assert.equal(await number.getAttribute('aria-invalid'), null);
});

test('a child is registered with its class and guardian and found by initials', async () => {
  const dialog = p.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '班级', exact: true }).selectOption({ label: '托小一班' });
  await dialog.getByLabel('电话').fill('138');
  await press('登记');
  await p.getByText('请填写监护人姓名').waitFor();
  await p.getByText('电话请填 7 至 15 位数字').waitFor();
  await sound(p, 'registering');
  await dialog.getByLabel('监护人姓名').fill('钟敏');
  await dialog.getByLabel('关系').selectOption('母亲');
  await dialog.getByLabel('电话').fill('13905710001');
  await dialog.getByLabel('电话').press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await p.getByText('61 名').waitFor();
  await p.getByLabel('找宝宝').fill('zyn');
  await p.getByText('1 名', { exact: true }).waitFor();
  const line = await row('糖豆').textContent();
  for (const part of ['钟一诺', '托小一班', '全日托', '32', '女', '钟敏（母亲）', '139****0001'])
    assert.ok(line.includes(part), `${part} in ${line}`);
  assert.ok(!line.includes('13905710001') && !line.includes('缺身份证号'));
});

test('masked values open one by one', async () => {
  await row('糖豆').press('Enter');
  await card('基本资料').getByText('330*************86').waitFor();
  await press('查看');
  const dialog = p.getByRole('dialog');
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await dialog.getByText('请写明原因').waitFor();
  await dialog.getByRole('button', { name: '报送核对' }).click();
  await dialog.getByLabel('原因').press('Enter');
  await dialog.getByText(idNumber).waitFor();
  await p.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await p.getByText(idNumber).count(), 0, 'masked again');
  await p.getByRole('button', { name: '看电话：钟敏' }).click();
  await dialog.getByRole('button', { name: '核对接送' }).click();
  await dialog.getByLabel('原因').press('Enter');
  await dialog.getByText('13905710001').waitFor();
  await p.keyboard.press('Escape');
});

test('a leave is taken and taken back with a reason', async () => {
  const dialog = p.getByRole('dialog');
  await press('请假');
  await dialog.getByLabel('最后一天').fill('11-25');
  await dialog.getByLabel('告知人').fill('妈妈');
  await dialog.getByLabel('告知人').press('Enter');
  await card('请假记录').getByText('2026-11-23 至 2026-11-25').waitFor();
  await press('请假');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('2026-11-23 至 2026-11-25 已经请过假').waitFor();
  await p.keyboard.press('Escape');
  await card('请假记录').getByRole('button', { name: '撤销' }).click();
  await dialog.getByLabel('原因').fill('妈妈说记错了日子');
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await card('请假记录').getByText('已撤销').waitFor();
});

test('a change of class keeps the past, and history tells all of it', async () => {
  const dialog = p.getByRole('dialog');
  await press('转班 / 换形式');
  await dialog.getByRole('combobox', { name: '班级', exact: true }).selectOption({ label: '托大一班' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('2026-11-23 起已有安排').waitFor();
  await dialog.getByLabel('从哪天起').fill('2026-12-01');
  await dialog.getByRole('radio', { name: '半日托' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  const places = card('班级与托育形式');
  await places.getByText('2026-12-01 起').waitFor();
  await places.getByText('2026-11-23 至 2026-11-30').waitFor();
  await press('修改健康资料');
  await dialog.getByRole('radio', { name: '有过敏', exact: true }).check();
  await dialog.getByRole('checkbox', { name: '蛋类' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await dialog.getByRole('radio', { name: '重', exact: true }).check();
  await sound(p, 'health');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await card('健康与饮食').getByText('蛋类').waitFor();
  await p.getByText('还没有急救卡').waitFor();
  const history = card('修改记录');
  await history.getByText('过敏：已封存').waitFor();
  const told = await history.textContent();
  for (const part of [
    '班级：托小一班 → 托大一班',
    '托育形式：全日托 → 半日托',
    '撤销请假',
    '原因：妈妈说记错了日子',
    '查看了身份证号 · 原因：报送核对',
    '查看了电话',
  ])
    assert.ok(told.includes(part), `${part} in ${told}`);
  assert.ok(!told.includes('蛋类') && !told.includes(idNumber), 'sealed values stay sealed');
  await sound(p, 'child');
});

test('an action card is written with the parents and opens by one tap', async () => {
  await press('写急救卡');
  await p.getByRole('button', { name: '写急救卡' }).click();
  const dialog = p.getByRole('dialog');
  await dialog.getByLabel('先看到什么').first().fill('嘴唇肿，身上起疹');
  await dialog.getByLabel('马上怎么做').first().fill('打 120，按医嘱用肾上腺素笔');
  await dialog.getByLabel('药在哪里').fill('保健室红色药箱');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await p.getByText('按医嘱用肾上腺素笔').waitFor();
  await p.getByRole('link', { name: '13905710001' }).waitFor();
  await fits(p, 'action card');
  await sound(p, 'action card');
  await press('返回');
  await card('健康与饮食').waitFor();
});

test('a login is opened for a caregiver of one class', async () => {
  await p.getByRole('link', { name: '教职工' }).click();
  await p.getByLabel('找教职工').fill('hejing');
  await p.getByRole('row', { name: /何静/ }).press('Enter');
  const sheet = p.getByRole('dialog', { name: '何静', exact: true });
  await sheet.getByText('托小一班 · 配班').waitFor();
  await sheet.getByRole('button', { name: '登录：开通' }).click();
  const dialog = p.getByRole('dialog', { name: '何静的登录' });
  assert.ok(await dialog.getByRole('checkbox', { name: /保育人员/ }).isChecked(), 'the usual role of the post');
  await dialog.getByLabel('用户名').fill('hejing');
  await dialog.getByLabel('初始密码').fill('123');
  await dialog.getByLabel('初始密码').press('Enter');
  await dialog.getByText('密码至少 8 位').waitFor();
  await dialog.getByLabel('初始密码').fill('hejing-2026');
  await dialog.getByLabel('初始密码').press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await sheet.getByText('用户名：hejing').waitFor();
  await sound(p, 'staff');
});

test('a class that somebody else changed meanwhile is not overwritten', async () => {
  const ask = await signIn(home, 'demo', 'yayuan-demo');
  const { classes } = await ask('GET', '/api/classes');
  const small = classes.find(({ name }) => name === '托小一班');
  await p.goto(`${home}/#/classes`);
  const change = async () => {
    await p.getByRole('row', { name: /托小一班/ }).press('Enter');
    await p.getByRole('dialog').getByRole('button', { name: '修改', exact: true }).click();
  };
  await change();
  const dialog = p.getByRole('dialog', { name: '修改：托小一班' });
  await dialog.getByLabel('托位数').fill('16');
  await ask('PUT', `/api/classes/${small.id}`, { ...small, places: 18 });
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('刚被别人改过').waitFor();
  await press('读取最新内容');
  await p
    .getByRole('row', { name: /托小一班/ })
    .getByText('/ 18')
    .waitFor();
  await p.keyboard.press('Escape');
  await change();
  await dialog.getByLabel('托位数').fill('16');
  await dialog.getByLabel('托位数').press('Enter');
  await p
    .getByRole('row', { name: /托小一班/ })
    .getByText('/ 16')
    .waitFor();
  await sound(p, 'classes');
});

test('a caregiver sees the own class on the phone, and no ID number', async () => {
  const phone = await page(browser, { size: sizes.phone });
  await enter(phone, 'hejing', 'hejing-2026');
  await phone.getByRole('link', { name: '名册' }).click();
  await phone.getByText('15 名').waitFor();
  const list = await phone.getByRole('table', { name: '宝宝名册' }).textContent();
  assert.ok(list.includes('托小一班') && !/托大一班|乳儿班|缺身份证号/.test(list));
  assert.equal(await phone.getByRole('button', { name: '登记宝宝' }).count(), 0);
  await fits(phone, 'own class');
  await sound(phone, 'own class');
  await phone.getByRole('row').filter({ hasText: '糖豆' }).click();
  await phone.getByRole('heading', { name: '基本资料' }).waitFor();
  const text = await phone.locator('main').textContent();
  assert.ok(!/身份证号|330\*|修改记录/.test(text), text);
  assert.ok(text.includes('蛋类'), 'allergies are for those who care');
  assert.equal(
    await phone.getByRole('button', { name: '更多', exact: true }).and(phone.locator('main *')).count(),
    0,
    'no changes',
  );
  await phone.getByRole('button', { name: '看电话：钟敏' }).click();
  await phone.getByRole('link', { name: '拨打' }).waitFor();
  await fits(phone, 'child on the phone');
  await sound(phone, 'child on the phone');
});
