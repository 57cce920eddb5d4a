// What is to be done for whom by when: a child without an agreement until it
// is signed, an examination that is recorded, and a requirement of the
// nursery's own from its first version to its end.
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
let p;

const enter = async (opened) => {
  await opened.goto(home);
  await opened.getByLabel('用户名').fill('demo');
  await opened.getByLabel('密码', { exact: true }).fill('yayuan-demo');
  await opened.getByRole('button', { name: '登录' }).click();
  await opened.getByRole('heading', { name: '今日' }).waitFor();
};

const look = async (opened, name) => {
  await sound(opened, name);
  await fits(opened, name);
  if (process.env.SHOTS) await opened.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

const results = (more) => ask('POST', '/api/requirements/results', { on: day, ...more });
const press = (name) => p.getByRole('button', { name, exact: true }).click();
const card = () => p.locator('section').filter({ has: p.getByRole('heading', { name: '要求', exact: true }) });
const line = (title) => card().getByRole('listitem').filter({ hasText: title });
const rowOf = (...words) => words.reduce((rows, text) => rows.filter({ hasText: text }), p.getByRole('row'));

before(async () => {
  place = folder();
  yayuan('demo', '--data', place.data, '--key-file', place.key, '--children', '40', '--days', '2', '--until', day);
  server = serve(place, `${day}T10:00:00+08:00`);
  home = await server.address;
  browser = await open();
  ask = await signIn(home, 'demo', 'yayuan-demo');
  p = await page(browser);
  await enter(p);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

test('the list counts what the door counts, and is narrowed by whom and how', async () => {
  const { counts, total } = await results({ standings: ['overdue', 'belated', 'due'] });
  assert.ok(counts.overdue > 0 && counts.due > 0, JSON.stringify(counts));
  await p.goto(`${home}/#/requirements`);
  await p.getByRole('radio', { name: `要办 ${total}` }).waitFor();
  assert.equal(await p.getByRole('row').count(), total + 1);
  await look(p, 'requirements-due');
  await p.getByRole('radio', { name: `逾期 ${counts.overdue}` }).check();
  await p.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, counts.overdue);
  const children = await results({ kind: 'child', standings: ['fulfilled'] });
  await p.getByRole('radio', { name: '宝宝' }).check();
  await p.getByRole('radio', { name: `已办 ${children.total}` }).check();
  await p.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, children.total);
});

test('a child without an agreement is overdue until it is signed, and then the record is named', async () => {
  const { results: open } = await results({ key: 'child.agreement', standings: ['overdue'] });
  const [child] = open;
  assert.equal(child.standing, 'overdue');
  await p.goto(`${home}/#/requirements?rule=child.agreement`);
  await p.getByText('只看：与监护人签订的托育服务协议有效').waitFor();
  await p.getByRole('radio', { name: `逾期 ${open.length}` }).check();
  await rowOf(child.name, '逾期').click();
  await line('托育服务协议有效').getByText('逾期').waitFor();
  await look(p, 'requirements-child');
  const { guardians } = await ask('GET', `/api/children/${child.id}`);
  const { kinds } = await ask('GET', '/api/consents/kinds');
  const text = kinds.find(({ id }) => id === 'agreement').text;
  const signed = await ask('POST', `/api/children/${child.id}/consents`, {
    ...{ id: '', kindId: 'agreement', decision: 'given', guardianId: guardians[0].id, verified: 'known', on: day },
    ...{
      endsOn: '2027-08-31',
      number: '协 2026-900',
      scopes: text.scopes,
      told: [],
      couldRefuse: true,
      textId: text.id,
    },
    ...{ signed: 'act', fileId: '', note: '' },
  });
  await line('托育服务协议有效').getByText('已办').waitFor();
  await line('托育服务协议有效').getByText('2026-11-23 至 2027-08-31').waitFor();
  const [now] = (await results({ kind: 'child', id: child.id, key: 'child.agreement' })).results;
  assert.equal(now.standing, 'fulfilled');
  assert.deepEqual(now.by, [{ area: 'roster', id: signed.id, kind: 'child.agreement', day, until: '2027-08-31' }]);
});

test('an examination is recorded where it is missed, and Today counts one less', async () => {
  const overdue = (await results({ key: 'child.entry_exam', standings: ['overdue'] })).results;
  assert.ok(overdue.length > 1, 'the demo has several without an examination');
  await p.goto(`${home}/#/today`);
  await p.getByText(`${overdue.length} 名宝宝逾期：入托前健康检查合格`).waitFor();
  await p.getByRole('listitem').filter({ hasText: '入托前健康检查合格' }).getByRole('button', { name: '查看' }).click();
  await p.getByText('只看：入托前健康检查合格').waitFor();
  await rowOf(overdue[0].name).click();
  await line('入托前健康检查合格').getByRole('button', { name: '登记体检' }).click();
  await p.getByLabel('检查日期').fill('2026-11-30');
  await press('保存');
  await p.getByRole('dialog').getByRole('alert').waitFor();
  await p.getByLabel('检查日期').fill('2026-11-20');
  await look(p, 'requirements-exam');
  await press('保存');
  await line('入托前健康检查合格').getByText('已办').waitFor();
  await line('入托前健康检查合格').getByText('入托健康检查 2026-11-20').waitFor();
  await p.goto(`${home}/#/today`);
  await p.getByText(`${overdue.length - 1} 名宝宝逾期：入托前健康检查合格`).waitFor();
});

test('a requirement of our own is added, changed from a later day and switched off', async () => {
  await p.goto(`${home}/#/requirements?tab=rules`);
  await look(p, 'requirements-rules');
  await press('添加本园要求');
  await press('保存');
  await p.getByRole('dialog').getByRole('alert').first().waitFor();
  await look(p, 'requirements-refused');
  await p.getByRole('textbox', { name: '要求' }).fill('协议每半年复核');
  await p.getByLabel('托育服务协议', { exact: true }).check();
  await p.getByLabel('间隔（月）').fill('6');
  await p.getByLabel('依据').fill('本园规定');
  await press('保存');
  const sheet = p.getByRole('dialog');
  await sheet.getByRole('heading', { name: '协议每半年复核' }).waitFor();
  await look(p, 'requirements-sheet');
  const rows = async (on) =>
    (await ask('GET', `/api/requirements?on=${on}`)).requirements.filter(({ title }) => title.startsWith('协议每'));
  const [added] = await rows(day);
  assert.deepEqual(added.demand, { kind: 'every', months: 6 });
  await sheet.getByRole('button', { name: '修改', exact: true }).click();
  await p.getByLabel('间隔（月）').fill('9');
  await p.getByLabel('从哪天起').fill('2027-01-01');
  await p.getByLabel('原因').fill('街道同意放宽');
  await press('保存');
  await sheet.getByText('原因：街道同意放宽').waitFor();
  const inForce = async (on) => (await rows(on)).find((row) => row.inForce);
  assert.equal((await inForce('2026-12-31')).demand.months, 6);
  assert.equal((await inForce('2027-01-01')).demand.months, 9);
  await sheet.getByRole('button', { name: '停用', exact: true }).click();
  await p.getByLabel('从哪天起').fill('2027-03-01');
  await p.getByRole('dialog').last().getByRole('button', { name: '停用', exact: true }).click();
  await p.getByRole('dialog').last().getByRole('alert').waitFor();
  await p.getByLabel('原因').fill('并入年度复核');
  await p.getByRole('dialog').last().getByRole('button', { name: '停用', exact: true }).click();
  await sheet.getByText('原因：并入年度复核').waitFor();
  assert.equal((await inForce('2027-02-28')).state, 'on');
  assert.equal((await inForce('2027-03-01')).state, 'off');
  await p.keyboard.press('Escape');
});

test('a shipped one that is changed here stands beside what is shipped, and goes back to it', async () => {
  await rowOf('书面劳动合同有效', '本园已改').click();
  const sheet = p.getByRole('dialog');
  await sheet.getByRole('button', { name: '恢复默认规则' }).click();
  await p.getByLabel('原因').fill('先核对原文');
  await p.getByRole('dialog').last().getByRole('button', { name: '恢复默认规则' }).click();
  await sheet.getByText('原因：先核对原文').waitFor();
  await p.keyboard.press('Escape');
  const { total } = await results({ key: 'staff.contract', standings: ['fulfilled', 'due', 'overdue', 'unknown'] });
  assert.equal(total, 0, 'switched off as it is shipped');
  const unsourced = rowOf('从业查询（每年定期）', '暂不能登记');
  await unsourced.waitFor();
  assert.equal((await results({ key: 'staff.background_check', standings: ['overdue'] })).total, 0);
});

test('a member of staff has the same rows on the sheet; on a phone and in the dark all fits', async () => {
  await p.goto(`${home}/#/staff`);
  await p.getByRole('row').nth(2).click();
  await card().getByText('芽园还不能登记').waitFor();
  await look(p, 'requirements-staff');
  for (const [size, colorScheme] of [
    [sizes.phone, 'light'],
    [sizes.phone, 'dark'],
    [sizes.desktop, 'dark'],
  ]) {
    const other = await page(browser, { size, colorScheme });
    await enter(other);
    for (const path of ['requirements', 'requirements?tab=rules']) {
      await other.goto(`${home}/#/${path}`);
      await other.getByRole('row').nth(2).waitFor();
      await look(other, `requirements-${path.length}-${size.width}-${colorScheme}`);
    }
    await other.context().close();
  }
});
