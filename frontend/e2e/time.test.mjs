// When a child comes: a week of mornings from next Monday, booked days, a leave
// told in acts, a hold, and a return after months away; each with what 'should
// attend' becomes by it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, serve, yayuan } from './server.mjs';

const day = '2026-11-23'; // a Monday

let browser;
let place;
let server;
let home;
let ask;
let room;
let p;

const press = (name) => p.getByRole('button', { name, exact: true }).click();
const card = (title) => p.locator('section').filter({ has: p.getByRole('heading', { name: title, level: 2 }) });
const dialog = () => p.getByRole('dialog');
const save = (name = '保存') => dialog().getByRole('button', { name, exact: true }).click();
const closed = () => dialog().waitFor({ state: 'detached' });

const enter = async (opened, userName, password) => {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill(userName);
  await opened.getByLabel('密码', { exact: true }).fill(password);
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('heading', { name: '今日' }).waitFor();
};

/** A child of 托小一班, registered through the door. */
async function child(name, placement) {
  const id = crypto.randomUUID();
  await ask('POST', '/api/children', {
    ...{ id, name, nickname: '', sex: 'female', birthDate: '2025-02-03', idNumber: '' },
    ...{ household: '', address: '', allergies: '', note: '', guardians: [] },
    placement: { id: crypto.randomUUID(), classId: room.id, mode: 'full', reason: '入托', ...placement },
  });
  return id;
}

const time = (id) => ask('GET', `/api/children/${id}/time`);

/** 'Should attend' by day: the part of the day, or why not. */
const ahead = async (id) =>
  Object.fromEntries(
    (await time(id)).ahead.map(({ day: on, slot, leave, hold, state }) => [
      on.slice(5),
      state === 'closed' ? '闭' : hold ? '隔' : leave ? '假' : slot.starts || slot.part || '无',
    ]),
  );

const counts = async () => (await ask('GET', `/api/classes/${room.id}/days/${day}`)).counts;

const visit = async (id) => {
  await p.goto(`${home}/#/children/${id}`);
  await card('来园安排').getByText('未来两周').waitFor();
};

before(async () => {
  place = folder();
  const options = ['--children', '40', '--days', '2', '--seed', '7', '--until', day];
  yayuan('demo', '--data', place.data, '--key-file', place.key, ...options);
  server = serve(place, `${day}T10:00:00+08:00`);
  home = await server.address;
  ask = await signIn(home, 'demo', 'yayuan-demo');
  room = (await ask('GET', '/api/classes')).classes.find(({ name }) => name === '托小一班');
  browser = await open();
  p = await page(browser);
  await enter(p, 'demo', 'yayuan-demo');
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

let kid;

test('a week of mornings is agreed from next Monday, and what was before stays', async () => {
  kid = await child('钟一诺', { from: '2026-09-01', trialUntil: '2026-12-05' });
  await visit(kid);
  await card('来园安排').getByText('没有另外约定，按全日托算').waitFor();
  await p.getByText('试托至 12-05').waitFor();
  await press('改每周安排');
  assert.equal(await dialog().getByLabel('从哪天起').inputValue(), '2026-11-30', 'next Monday');
  await dialog().getByRole('radio', { name: '自选' }).check();
  await dialog().getByRole('combobox', { name: '周二' }).selectOption('钟点');
  await save();
  await dialog().getByText('钟点请写成 08:30 这样的形式').waitFor();
  await sound(p, 'a week refused');
  await dialog().getByLabel('周二 开始').fill('830');
  await dialog().getByLabel('周二 结束').fill('11：30');
  await dialog().getByLabel('说明').focus();
  assert.equal(await dialog().getByLabel('周二 开始').inputValue(), '08:30');
  assert.equal(await dialog().getByLabel('周二 结束').inputValue(), '11:30');
  await dialog().getByRole('radio', { name: '上午' }).check();
  await dialog().getByLabel('从哪天起').fill('2026-11-02');
  await save();
  await dialog().getByText('从过去的日子起改').waitFor();
  await dialog().getByLabel('从哪天起').fill('2026-11-30');
  await dialog().getByLabel('说明').fill('妈妈换班');
  await dialog().getByLabel('说明').press('Enter');
  await closed();
  await card('来园安排').getByText('之后的每周安排').waitFor();
  await card('来园安排').getByText('2026-11-30 起 · 妈妈换班').waitFor();
  const days = await ahead(kid);
  assert.equal(Object.values(days).filter((each) => each === 'day').length, 5, 'this week whole days');
  assert.equal(Object.values(days).filter((each) => each === 'am').length, 5, 'next week mornings');
  assert.equal(days['11-28'], '闭');
  await card('来园安排').getByText('应到 10 天').waitFor();
  await fits(p, 'when the child comes');
  await sound(p, 'when the child comes');
  await card('修改记录').getByText('周一 上午、周二 上午').waitFor();
});

test('a week for two weeks of hours leaves the one after it as it was agreed', async () => {
  await press('改每周安排');
  await dialog().getByLabel('到哪天').fill('2026-12-04');
  await dialog().getByRole('radio', { name: '自选' }).check();
  await dialog().getByRole('combobox', { name: '周一' }).selectOption('钟点');
  await dialog().getByLabel('周一 开始').fill('9:00');
  await dialog().getByLabel('周一 结束').fill('1500');
  await press('周二至周五同周一');
  await dialog().getByRole('combobox', { name: '周五' }).selectOption('不来');
  await save();
  await closed();
  const { weeks } = await time(kid);
  assert.deepEqual(
    weeks.map(({ from, until, week }) => [from, until, week[0].part]),
    [
      ['2026-11-30', '2026-12-04', 'hours'],
      ['2026-12-05', '', 'am'],
    ],
  );
  const days = await ahead(kid);
  assert.equal(days['12-03'], '09:00');
  assert.equal(days['12-04'], '无');
  await card('来园安排').getByText('未约定').waitFor();
});

test('days are booked several at once, for the holidays too, and one is cancelled', async () => {
  await press('预约日子');
  await save('预约');
  await dialog().getByText('请点选要来的日子').waitFor();
  await dialog().getByRole('radio', { name: '假期托' }).check();
  for (const on of ['11月28日 周六', '11月29日 周日']) await dialog().getByRole('button', { name: on }).click();
  await dialog().getByRole('radio', { name: '下午' }).check();
  await fits(p, 'booking');
  await sound(p, 'booking');
  await save('预约 2 天');
  await closed();
  let days = await ahead(kid);
  assert.deepEqual([days['11-28'], days['11-29']], ['闭', '闭'], 'closed for others');
  let all = (await time(kid)).ahead.filter(({ booked }) => booked).map(({ day: on, slot }) => on + slot.part);
  assert.deepEqual(all, ['2026-11-28pm', '2026-11-29pm']);
  await p.getByRole('button', { name: '取消预约：11月29日 周日' }).click();
  await save('取消预约');
  await dialog().getByText('请写明原因').waitFor();
  await dialog().getByLabel('原因').fill('周日出门');
  await dialog().getByLabel('原因').press('Enter');
  await closed();
  all = (await time(kid)).ahead.filter(({ booked }) => booked);
  assert.equal(all.length, 1);
  await press('预约日子');
  await dialog().getByRole('button', { name: '下个月' }).click();
  await dialog().getByRole('button', { name: '12月4日 周五' }).click();
  await save('预约');
  await closed();
  days = await ahead(kid);
  assert.equal(days['12-04'], 'day', 'booked above the week');
});

test('a leave with symptoms is extended; a return without a proof stays to be seen until it is shown', async () => {
  const before = await counts();
  await press('请假');
  await dialog().getByLabel('第一天').fill('11-20');
  await dialog().getByLabel('最后一天').fill('11-23');
  await dialog().getByRole('button', { name: '发热' }).click();
  await dialog().getByRole('button', { name: '咳嗽' }).click();
  assert.equal(await dialog().getByLabel('哪里不舒服').inputValue(), '发热、咳嗽');
  await dialog().getByRole('button', { name: '妈妈' }).click();
  await dialog().getByRole('radio', { name: '微信' }).check();
  assert.equal(await dialog().getByLabel('接收人').inputValue(), '林静', 'who writes was told');
  await sound(p, 'leave');
  await dialog().getByLabel('备注').press('Enter');
  await closed();
  await p.getByText('请假至 11-23').waitFor();
  const away = await counts();
  assert.deepEqual([away.leave, away.expected], [before.leave + 1, before.expected - 1], 'due, and excused');
  assert.equal(away.unexplained + 1, before.unexplained);
  const leaves = card('请假记录');
  await leaves.getByText('请假中').waitFor();
  await leaves.getByRole('button', { name: '续假 / 返园' }).click();
  await dialog().getByRole('radio', { name: '续假' }).check();
  await dialog().getByLabel('最后一天').fill('11-23');
  await save();
  await dialog().getByText('续假的最后一天要晚于 2026-11-23').waitFor();
  await dialog().getByLabel('最后一天').fill('11-25');
  await dialog().getByLabel('现在怎么样').fill('不烧了，还咳');
  await save();
  await closed();
  assert.deepEqual(Object.values(await ahead(kid)).slice(0, 4), ['假', '假', '假', 'day']);
  await leaves.getByRole('button', { name: '续假 / 返园' }).click();
  await save();
  await dialog().getByText('请选择证明').waitFor();
  await dialog().getByRole('radio', { name: '没有' }).check();
  await save();
  await closed();
  await leaves.getByText('缺证明', { exact: true }).waitFor();
  const told = (await leaves.locator('ol > li').allTextContents()).join('\n');
  const steps = [
    '请假 2026-11-20 至 2026-11-23',
    '发热、咳嗽',
    '续假到 2026-11-25',
    '不烧了',
    '2026-11-23 返园，缺证明',
  ];
  const at = steps.map((step) => told.indexOf(step));
  assert.ok(at[0] >= 0 && at.every((each, i) => i === 0 || each > at[i - 1]), `in their order: ${told}`);
  assert.equal((await ahead(kid))['11-23'], 'day', 'back, and expected');
  await p.getByRole('link', { name: '今日' }).click();
  await p.getByText('钟一诺 病假返园，还没有看到证明').waitFor();
  await visit(kid);
  await leaves.getByRole('button', { name: '补登证明' }).click();
  await dialog().getByRole('radio', { name: '已查看' }).check();
  await dialog().getByLabel('证明或说明').fill('社区医院证明');
  await save();
  await closed();
  await leaves.getByText('证明已看', { exact: true }).waitFor();
  assert.equal((await time(kid)).leaves[0].before.length, 3, 'nothing was overwritten');
  await sound(p, 'a leave told in acts');
});

test('a hold lasts until its day and its proof, and ends sooner only with a word why', async () => {
  const before = await counts();
  await press('登记隔离');
  await save();
  await dialog().getByText('请写明原因').waitFor();
  await dialog().getByRole('button', { name: '水痘' }).click();
  await dialog().getByLabel('隔离到哪天').fill('11-26');
  assert.equal(await dialog().getByLabel('看什么证明').inputValue(), '医疗机构的健康证明');
  await dialog().getByLabel('看什么证明').fill('全部结痂的证明');
  await save();
  await closed();
  await p.getByText('隔离至 11-26').waitFor();
  const held = Object.values(await ahead(kid));
  assert.equal(held.filter((each) => each === '隔').length, 10, 'no end without the proof');
  const after = await counts();
  assert.deepEqual([after.leave, after.expected], [before.leave + 1, before.expected - 1]);
  const list = card('隔离与暂不入园');
  await list.getByText('返园要看：全部结痂的证明').waitFor();
  await press('登记隔离');
  await dialog().getByRole('button', { name: '流感' }).click();
  await save();
  await dialog().getByText('已经登记了隔离').waitFor();
  await p.keyboard.press('Escape');
  await list.getByRole('button', { name: '修改' }).click();
  await dialog().getByLabel('隔离到哪天').fill('11-27');
  await save();
  await closed();
  await p.getByText('隔离至 11-27').waitFor();
  await list.getByRole('button', { name: '解除' }).click();
  await dialog().getByLabel('哪天可以来').fill('11-26');
  await save('解除');
  await dialog().getByText('请选择证明').waitFor();
  await dialog().getByRole('radio', { name: '没有' }).check();
  await save('解除');
  await dialog().getByText('提前解除或没有证明的，请写明原因').waitFor();
  await sound(p, 'lifting a hold');
  await dialog().getByRole('radio', { name: '已查看' }).check();
  await dialog().getByLabel('哪天可以来').fill('11-28');
  await save('解除');
  await closed();
  await list.getByText('2026-11-28 解除，证明已看').waitFor();
  const days = await ahead(kid);
  assert.deepEqual([days['11-27'], days['11-30']], ['隔', '09:00']);
  assert.equal(Object.values(days).filter((each) => each === '隔').length, 5);
});

test('a return after three months asks for an examination, and is fulfilled by its record', async () => {
  const id = await child('高一鸣', { from: '2026-01-05' });
  await ask('POST', `/api/children/${id}/leaving`, { lastDay: '2026-07-31', reason: '回老家' });
  await p.goto(`${home}/#/children/${id}`);
  await card('来园安排').getByText('现在没有入托安排').waitFor();
  await press('安排班级');
  await dialog().getByRole('combobox', { name: '班级', exact: true }).selectOption({ label: '托小一班' });
  await save();
  await dialog().getByText('返园前要重新健康检查').waitFor();
  await sound(p, 'a return refused');
  await dialog().getByLabel('原因（可不填）').fill('体检约在周四');
  await save();
  await closed();
  await p.getByText('缺返园体检').waitFor();
  assert.equal((await time(id)).examMissed, true);
  await press('登记体检');
  await dialog().getByLabel('检查日期').fill('2026-11-24');
  await save();
  await dialog().getByRole('alert').waitFor();
  await dialog().getByLabel('检查日期').fill('2026-11-22');
  await save();
  await closed();
  await p.getByText('缺返园体检').waitFor({ state: 'detached' });
  assert.equal((await time(id)).examMissed, false);
});

test('a caregiver enters a leave at the door with the phone, and sets no hold', async () => {
  const id = await child('安然', { from: '2026-11-02' });
  const phone = await page(browser, { size: sizes.phone });
  await enter(phone, '陈佳', 'yayuan-demo');
  await phone.getByRole('link', { name: '班级日志' }).click();
  await phone.getByRole('tab', { name: /到园/ }).click();
  await phone.getByRole('button', { name: /安然/ }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '请假' }).click();
  const sheet = phone.getByRole('dialog', { name: '安然 请假' });
  await sheet.getByRole('button', { name: '腹泻' }).click();
  await sheet.getByRole('button', { name: '奶奶' }).click();
  await fits(phone, 'leave at the door');
  await sound(phone, 'leave at the door');
  await sheet.getByRole('button', { name: '保存' }).click();
  await phone.getByRole('button', { name: /安然/ }).getByText('病假').waitFor();
  const [leave] = (await time(id)).leaves;
  assert.deepEqual([leave.symptoms, leave.toldBy, leave.toldTo, leave.from], ['腹泻', '奶奶', '陈佳', day]);
  await phone.getByRole('button', { name: /安然/ }).click();
  await phone.getByRole('dialog').getByText('请了病假').waitFor();
  await phone.getByRole('dialog').getByRole('button', { name: /续假/ }).click();
  await phone.getByRole('dialog').getByLabel('最后一天').fill('11-24');
  await phone.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await phone.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal((await time(id)).leaves[0].until, '2026-11-24');
  await phone.goto(`${home}/#/children/${id}`);
  await phone.getByText('请假至 11-24').waitFor();
  assert.equal(await phone.getByRole('button', { name: /隔离|改每周安排/ }).count(), 0);
  await fits(phone, 'child on the phone');
  await sound(phone, 'child on the phone');
});
