// The main job end to end: first start, a roster file in, a class logged, a
// return out, with the numbers of the workbook checked against what was logged.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fits, open, page, sound } from './browser.mjs';
import { signIn } from './door.mjs';
import { folder, root, serve, yayuan } from './server.mjs';
import { cellsOf } from './workbook.mjs';

const testdata = (name) => join(import.meta.dirname, 'testdata', name);
const rosters = (name) => join(root, 'backend/roster/testdata/rosters', name);

let browser;
let place;
let server;
let home;
let p;
let ask;

const shows = (opened, text) => opened.getByText(text).first().waitFor();

/** Opens a class's board from the rail. */
async function board(name) {
  await p.getByRole('link', { name: '班级日志' }).click();
  await p.getByLabel('班级', { exact: true }).selectOption({ label: name });
  await p.getByRole('table', { name: `${name}的一天` }).waitFor();
}

/** The cell of a child in a column of the board. */
function cell(child, column) {
  const columns = ['到园', '晨检', '早点', '午餐', '午点', '离园'];
  return p.getByRole('row').filter({ hasText: child }).getByRole('cell').nth(columns.indexOf(column));
}

/** One act at the gate: open the child's cell, fill the sheet, save. */
async function gate(child, column, fill) {
  await cell(child, column).click();
  await fill();
  await p.getByRole('button', { name: '保存' }).click();
  await p.getByRole('dialog').waitFor({ state: 'detached' });
}

before(async () => {
  browser = await open();
  place = folder();
  server = serve(place, '2026-11-23T08:20:00+08:00');
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
  ask = await signIn(home, 'linjing', 'yayuan-2026');
});

test('the roster file comes in: what it holds is shown first, then written at once', async () => {
  await p.getByRole('button', { name: '导入名册' }).click();
  await p.locator('input[type=file]').setInputFiles(rosters('m1_合并标题_中文日期.xlsx'));
  await p.getByRole('heading', { name: '新班级' }).waitFor();
  await p.getByLabel('大一班的班型').selectOption('托大班');
  await p.getByLabel('小一班的班型').selectOption('托小班');
  await p.getByLabel('小二班的班型').selectOption('托小班');
  await shows(p, '王语桐');
  await fits(p, 'import');
  await sound(p, 'import');
  assert.equal((await ask('GET', '/api/classes')).classes.length, 0, 'a preview writes nothing');
  await p.getByRole('button', { name: '导入这 6 行' }).click();
  await shows(p, '新登记 6 名');
  const { classes } = await ask('GET', '/api/classes');
  assert.deepEqual(classes.map(({ name, kind, enrolled }) => [name, kind, enrolled]).sort(), [
    ['大一班', 'large', 2],
    ['小一班', 'small', 2],
    ['小二班', 'small', 2],
  ]);
});

test('the same file again changes nothing; one with damaged ID numbers says so, row by row', async () => {
  await p.locator('input[type=file]').setInputFiles(rosters('m1_合并标题_中文日期.xlsx'));
  await p.getByRole('button', { name: '导入这 6 行' }).click();
  await shows(p, '没有变化 6 名');
  await p.locator('input[type=file]').setInputFiles(rosters('m2_身份证科学计数_序列日期.xlsx'));
  await p.getByRole('heading', { name: '要看一看的地方' }).waitFor();
  await shows(p, '第 2 行 D 列');
  await shows(p, '身份证号在 Excel 里被存成了数字');
  await sound(p, 'problems');
  await p.getByRole('button', { name: '重新选择' }).click();
});

test('arrival and morning check, one child at a time', async () => {
  await board('小一班');
  await gate('陈一诺', '到园', () => p.getByRole('radio', { name: '母亲' }).check());
  await gate('陈一诺', '晨检', async () => {
    await p.getByLabel('体温（℃）').fill('36.5');
    await p.getByRole('button', { name: '四项都看过，正常' }).click();
  });
  await gate('欧阳子墨', '到园', () => p.getByRole('radio', { name: '父亲' }).check());
  await cell('欧阳子墨', '晨检').getByText('未检').waitFor();
  await shows(p, '1/2');
  await fits(p, 'board');
  await sound(p, 'board');
});

test('a wrong temperature is refused with a sentence at the field, and nothing is half-saved', async () => {
  await cell('欧阳子墨', '晨检').click();
  await p.getByLabel('体温（℃）').fill('52');
  await p.getByRole('button', { name: '保存' }).click();
  await p.getByRole('alert').first().waitFor();
  await sound(p, 'a refused check');
  await p.getByRole('button', { name: '取消' }).click();
  await cell('欧阳子墨', '晨检').getByText('未检').waitFor();
});

test('leave is taken on the child’s page and shows on the board; nobody on leave becomes present by typing', async () => {
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByLabel('找宝宝').fill('mmt');
  await p.getByText('1 名', { exact: true }).waitFor();
  await p.getByRole('row').filter({ hasText: '买买提·艾力' }).press('Enter');
  await p.getByRole('button', { name: '请假' }).click();
  await p.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await p.getByRole('dialog').waitFor({ state: 'detached' });
  await board('小二班');
  await cell('买买提·艾力', '到园').getByText('假').waitFor();
  await gate('赵㛃', '到园', () => p.getByRole('radio', { name: '母亲' }).check());
  await board('大一班');
  await gate('王语桐', '到园', () => p.getByRole('radio', { name: '奶奶或外婆' }).check());
});

test('the program is closed and opened again at lunch: everything is there, meals go by keys', async () => {
  await server.stop();
  server = serve(place, '2026-11-23T11:30:00+08:00');
  home = await server.address;
  ask = await signIn(home, 'linjing', 'yayuan-2026');
  await p.goto(home);
  await p.getByLabel('用户名').fill('linjing');
  await p.getByLabel(/密码/).first().fill('yayuan-2026');
  await p.getByRole('button', { name: '登录' }).click();
  await board('小一班');
  await cell('陈一诺', '午餐').click();
  await p.keyboard.press('3');
  await cell('陈一诺', '午餐').getByText('一半').waitFor();
  await p.keyboard.press('Enter');
  await cell('欧阳子墨', '午餐').getByText('其余').waitFor();
  await p.getByText('其余 0 人').waitFor();
  await p.keyboard.press('Control+z');
  await cell('欧阳子墨', '午餐').getByText('其余').waitFor({ state: 'detached' });
  await p.keyboard.press('Enter');
  await cell('欧阳子墨', '午餐').getByText('其余').waitFor();
  await cell('陈一诺', '午餐').getByText('一半').waitFor();
  await board('小二班');
  await cell('买买提·艾力', '午餐').click();
  await p.keyboard.press('1');
  await shows(p, '买买提·艾力不在园');
  const { classes } = await ask('GET', '/api/classes');
  const logged = await ask('GET', `/api/classes/${classes.find(({ name }) => name === '小一班').id}/days/2026-11-23`);
  const lunch = logged.children.map(({ name, meals }) => [name, meals.lunch.amount, meals.lunch.byDefault]).sort();
  assert.deepEqual(lunch, [
    ['欧阳子墨', 'all', true],
    ['陈一诺', 'half', false],
  ]);
});

test('Today names who has not come and counts nobody as checked who was not', async () => {
  await p.getByRole('link', { name: '今日' }).click();
  await p.getByRole('heading', { name: '今日' }).waitFor();
  const { counts, todo } = await ask('GET', '/api/today');
  assert.deepEqual(
    [counts.expected, counts.present, counts.leave, counts.unexplained, counts.checked],
    [5, 4, 1, 1, 1],
  );
  assert.ok(todo.length > 0);
  await shows(p, '刘=欢');
  await sound(p, 'today at lunch');
  await fits(p, 'today at lunch');
});

test('the month goes out in the district’s workbook: its numbers are what was logged', async () => {
  await p.getByRole('link', { name: '报送' }).click();
  await p.getByRole('tab', { name: /月报/ }).click();
  await p.getByLabel('月份').selectOption('2026-11');
  await p.locator('input[type=file]').setInputFiles(testdata('attendance.xlsx'));
  await p.getByText(/^认得 \d+ 处/).waitFor();
  await p.getByRole('button', { name: '填表并存档' }).click();
  await p.getByRole('heading', { name: '填好了，已存档' }).waitFor();
  const coming = p.waitForEvent('download');
  await p.getByRole('region', { name: '填好了，已存档' }).getByRole('button', { name: '另存一份' }).click();
  const cells = await cellsOf(readFileSync(await (await coming).path()));
  const written = ['B2', 'D2', 'B3', 'D3', 'B4', 'D4', 'B5', 'D5'].map(cells);
  assert.deepEqual(written, ['小芽托育园', '2026年11月', 6, null, 6, 4, 1, 66.7]);
  await sound(p, 'filed');
});

test('closed, the nursery has its backup, and the command line files the same numbers', async () => {
  await server.stop();
  assert.equal(readdirSync(join(place.data, 'backups')).length, 2, 'one at each close');
  const out = join(place.dir, 'again.xlsx');
  const data = ['--data', place.data, '--key-file', place.key, '--clock', '2026-11-23T12:00:00+08:00'];
  yayuan('export', 'MON-1', ...data, '--period', '2026-11', '--template', testdata('attendance.xlsx'), '--out', out);
  const cells = await cellsOf(readFileSync(out));
  assert.deepEqual(['B3', 'D3', 'B4', 'D4', 'B5', 'D5'].map(cells), [6, null, 6, 4, 1, 66.7]);
});
