// A list out, one cell changed in a spreadsheet program, in again: seen first,
// written with its history, undone; and a child's file and everything taken out.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fits, open, page, sizes, sound } from './browser.mjs';
import { folder, root, serve, yayuan } from './server.mjs';

const ExcelJS = createRequire(join(root, 'tools/ooxml/package.json'))('exceljs');
const day = '2026-11-23';

let browser;
let place;
let server;
let home;
let p;

const press = (name) => p.getByRole('button', { name, exact: true }).click();

/** What the browser puts among its downloads when something is done. */
async function saved(act) {
  const [download] = await Promise.all([p.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

const reasoned = async (button, reason) => {
  const dialog = p.getByRole('dialog');
  await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
};

/** Opens a workbook as another program does, changes it and writes it. */
async function edit(path, change) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(path));
  const sheet = book.worksheets[0];
  const headings = sheet.getRow(1).values;
  const told = change(sheet, (heading) => headings.indexOf(heading));
  const changed = join(place.dir, `改好的 ${Date.now()}.xlsx`);
  writeFileSync(changed, Buffer.from(await book.xlsx.writeBuffer()));
  return { changed, told };
}

before(async () => {
  place = folder();
  const demo = ['--children', '20', '--days', '2', '--seed', '7', '--until', day];
  yayuan('demo', '--data', place.data, '--key-file', place.key, ...demo);
  server = serve(place, `${day}T10:00:00+08:00`);
  home = await server.address;
  browser = await open();
  p = await page(browser);
  await p.goto(home);
  await p.getByLabel('用户名').fill('demo');
  await p.getByLabel('密码', { exact: true }).fill('yayuan-demo');
  await p.getByRole('button', { name: '登录' }).click();
  await p.getByRole('link', { name: '名册' }).waitFor();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  place?.remove();
});

let book;
let name;

test('the roster goes out masked from its page, in full only for a reason', async () => {
  await p.getByRole('link', { name: '名册' }).click();
  await press('导出名册');
  await sound(p, 'export dialog');
  const masked = await saved(() => p.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click());
  assert.match(masked.name, /^宝宝名册 2026-11-23\.xlsx$/);
  await edit(masked.path, (sheet, column) => {
    const ids = sheet.getColumn(column('身份证号')).values.slice(2).filter(Boolean);
    assert.ok(ids.length > 5 && ids.every((id) => /^\d{3}\*+/.test(id)), 'numbers are masked');
    assert.equal(sheet.getCell(2, 1).numFmt, '@', 'cells are text');
    name = sheet.getCell(2, column('姓名')).value;
  });
  book = masked.path;
  await press('导出名册');
  await p.getByLabel('身份证号和电话写完整的号码（不勾就打码）').check();
  await p.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
  await p.getByRole('dialog').getByText('请写明原因').waitFor();
  const whole = await saved(() => reasoned('导出', '报送花名册'));
  await edit(whole.path, (sheet, column) => {
    const ids = sheet.getColumn(column('身份证号')).values.slice(2).filter(Boolean);
    assert.ok(
      ids.every((id) => /^\d{17}[\dX]$/.test(id)),
      'numbers are whole',
    );
  });
});

test('one changed cell is shown, written with its history, and undone', async () => {
  const { changed, told } = await edit(book, (sheet, column) => {
    const cell = sheet.getCell(2, column('小名'));
    const before = cell.value;
    cell.value = '=果果';
    return before;
  });
  await p.goto(`${home}#/settings/lists`);
  await p.getByRole('heading', { name: '名单', exact: true }).waitFor();
  await sound(p, 'lists');
  await fits(p, 'lists');
  const choose = async (file) => {
    const [chooser] = await Promise.all([p.waitForEvent('filechooser'), press('导入宝宝名册')]);
    await chooser.setFiles(file);
  };
  await choose(book);
  await p.getByText('和现在登记的完全一样').waitFor();
  await press('重新选择');
  await choose(changed);
  const rows = p.getByRole('table', { name: '会写入的行' }).getByRole('row');
  await rows.nth(1).waitFor();
  assert.equal(await rows.count(), 2, 'one row and the heading');
  assert.match(await rows.nth(1).textContent(), new RegExp(`小名：${told} → =果果`));
  await sound(p, 'preview');
  await press('导入这 1 行');
  await reasoned('确认导入', '家长更正');
  await p.getByText('新增 0 行，更正 1 行').waitFor();
  await p.getByRole('table', { name: '以前的导入' }).getByText('新增 0，更正 1').waitFor();
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByRole('row').filter({ hasText: name }).first().click();
  await p.getByRole('heading', { name: /=果果/ }).waitFor();
  await p.getByText('家长更正').first().waitFor();
  await p.goto(`${home}#/settings/lists`);
  await press('撤销');
  await reasoned('撤销', '导错了');
  await p.getByText('已撤销 1 行。').waitFor();
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByRole('row').filter({ hasText: name }).filter({ hasText: told }).first().waitFor();
});

test('a file that is not right writes nothing and says in each cell what to do', async () => {
  const { changed } = await edit(book, (sheet, column) => {
    sheet.getCell(3, column('出生日期')).value = '2024-13-45';
    sheet.getCell(4, column('班级')).value = '大大班';
    sheet.getCell(5, column('性别')).value = '不详';
  });
  await p.goto(`${home}#/settings/lists`);
  const [chooser] = await Promise.all([p.waitForEvent('filechooser'), press('导入宝宝名册')]);
  await chooser.setFiles(changed);
  const problems = p.getByRole('table', { name: '要看一看的地方' });
  await problems.getByText('请写这些里的一个：男、女').waitFor();
  await problems.getByText('“班级”不在导入里改').waitFor();
  assert.ok(await p.getByRole('button', { name: /^导入这/ }).isDisabled());
  await sound(p, 'refused');
  await p.setViewportSize(sizes.phone);
  await fits(p, 'refused on a phone');
  await p.setViewportSize(sizes.desktop);
  await press('重新选择');
});

test('a child’s file and everything go out for a reason', async () => {
  await p.getByRole('link', { name: '名册' }).click();
  await p.getByRole('row').filter({ hasText: name }).first().click();
  await press('更多');
  await p.getByRole('menuitem', { name: '导出档案' }).click();
  await sound(p, 'child out');
  const file = await saved(() => reasoned('导出', '家长要求'));
  assert.match(file.name, /^档案 .+ 2026-11-23\.html$/);
  const html = readFileSync(file.path, 'utf8');
  for (const part of [name, '基本资料', '监护人', '一日记录', '修改记录']) assert.ok(html.includes(part), part);
  await p.goto(`${home}#/settings/lists`);
  await press('导出全部资料');
  const all = await saved(() => reasoned('导出', '交接'));
  assert.match(all.name, /全部资料 2026-11-23\.zip$/);
  const bytes = readFileSync(all.path);
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(bytes.includes(Buffer.from('说明.txt')) && bytes.includes(Buffer.from('名单/')), 'names can be read');
});
