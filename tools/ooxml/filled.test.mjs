// The district's workbooks filled from a demo nursery, as other programs see
// them: the Open XML SDK, exceljs beside the empty template, and LibreOffice.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { compare, lint, read } from './sheet.mjs';
import { faultsOf } from './validate.mjs';

const root = resolve(import.meta.dirname, '../..');
const templates = join(root, 'backend/filing/testdata');
const yayuan = (...args) => execFileSync(join(root, 'build/bin/yayuan'), args, { encoding: 'utf8' });
const forms = {
  'a_在托婴幼儿花名册.xlsx': { form: 'REG-CHILD', list: { first: 5, last: 14, totals: 15 } },
  'a2_花名册_带占位符.xlsx': { form: 'REG-CHILD', list: { first: 5, last: 5, totals: 6 } },
  'c_基本情况月报表.xlsx': { form: 'MON-1' },
};

let dir;

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'yayuan-ooxml-'));
  const place = ['--data', join(dir, 'data'), '--key-file', join(dir, 'key')];
  yayuan('demo', ...place, '--children', '60', '--days', '40', '--seed', '7', '--until', '2026-11-23');
  for (const [name, { form }] of Object.entries(forms)) {
    const out = join(dir, name);
    yayuan('export', form, ...place, '--clock', '2026-11-24T09:00:00+08:00', '--period', '2026-10', '--template', join(templates, name), '--out', out);
  }
});

after(() => rmSync(dir, { recursive: true, force: true }));

for (const [name, { list }] of Object.entries(forms)) {
  test(`${name}: no error by the Open XML SDK`, () => {
    const { ok, errors } = faultsOf(join(dir, name));
    assert.ok(ok, JSON.stringify(errors, null, 1));
  });

  test(`${name}: no style, merge, height, check or print setting is lost`, async () => {
    const [before, now] = await Promise.all([read(join(templates, name)), read(join(dir, name))]);
    const added = list ? now.rowCount - before.rowCount : 0;
    if (list) assert.ok(added > 0, 'the list has grown');
    assert.deepEqual(compare(before, now, list, added), []);
  });

  test(`${name}: formulas balance, names are single, rows in order, merges apart`, async () => {
    assert.deepEqual(await lint(join(dir, name)), []);
  });
}

test('the totals count the rows that were written', async () => {
  const sheet = await read(join(dir, 'a_在托婴幼儿花名册.xlsx'));
  const totals = sheet.getRow(sheet.rowCount - 2);
  let boys = 0;
  let girls = 0;
  let names = 0;
  for (let row = 5; row < totals.number; row++) {
    boys += sheet.getCell(row, 3).value === '男';
    girls += sheet.getCell(row, 3).value === '女';
    names += Boolean(sheet.getCell(row, 2).value);
  }
  assert.ok(names > 40);
  assert.equal(totals.getCell(3).result, `${boys}男 / ${girls}女`);
  assert.equal(totals.getCell(6).result, `${names}人`);
  assert.equal(sheet.getCell(5, 4).type, ExcelJS.ValueType.Date);
  assert.equal(sheet.getCell(5, 6).type, ExcelJS.ValueType.String);
});

test('what nobody recorded is empty', async () => {
  const sheet = await read(join(dir, 'c_基本情况月报表.xlsx'));
  for (const cell of ['C19', 'D19', 'C21', 'H21', 'C22', 'H22']) assert.equal(sheet.getCell(cell).value || null, null, cell);
});

test('LibreOffice shows every page without a cut-off number', () => {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', dir, ...Object.keys(forms).map((name) => join(dir, name))], { stdio: 'ignore' });
  const pages = readdirSync(dir).filter((name) => name.endsWith('.pdf'));
  assert.equal(pages.length, 3);
  for (const name of pages) {
    const text = execFileSync('pdftotext', ['-layout', join(dir, name), '-'], { encoding: 'utf8' });
    assert.ok(!text.includes('###'), `${name}: a column is too narrow`);
    assert.ok(!/#(REF|NAME|VALUE|DIV)/.test(text), `${name}: a formula is broken`);
    assert.match(text, /青禾托育园/);
  }
});
