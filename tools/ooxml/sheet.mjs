// A workbook's first sheet by exceljs, compared with its empty template, and
// what no other program complains of.
import { isDeepStrictEqual } from 'node:util';
import ExcelJS from 'exceljs';

export async function read(path) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets[0];
}

const look = ({ font, border, fill, alignment, protection }) => ({ font, border, fill, alignment, protection });

/** Where a row of the template stands in the filled sheet. */
const moved = (row, list, added) => (list && row > (list.first === list.last ? list.first : list.last - 1) ? row + added : row);

/** Differences of look between a template and its filling, as sentences. */
export function compare(before, now, list, added) {
  const found = [];
  const differ = (what, a, b) => {
    if (!isDeepStrictEqual(a, b)) found.push(`${what}: ${JSON.stringify(a)} became ${JSON.stringify(b)}`);
  };
  for (let row = 1; row <= before.rowCount; row++) {
    const to = moved(row, list, added);
    differ(`height of row ${row}`, before.getRow(row).height, now.getRow(to).height);
    for (let column = 1; column <= before.columnCount; column++) {
      differ(`look of ${row},${column}`, look(before.getCell(row, column)), look(now.getCell(to, column)));
    }
  }
  if (list) {
    for (let row = list.first; row < list.last + added; row++) {
      differ(`height of new row ${row}`, before.getRow(list.first).height, now.getRow(row).height);
      for (let column = 1; column <= before.columnCount; column++) {
        differ(`look of new ${row},${column}`, look(before.getCell(list.first, column)), look(now.getCell(row, column)));
      }
    }
  }
  for (let column = 1; column <= before.columnCount; column++) differ(`width of ${column}`, before.getColumn(column).width, now.getColumn(column).width);
  const merges = before.model.merges.map((range) => range.replace(/\d+/g, (row) => moved(Number(row), list, added))).sort();
  differ('merges', merges, [...now.model.merges].sort());
  const { printArea: areaBefore, ...printBefore } = before.pageSetup;
  const { printArea: areaNow, ...printNow } = now.pageSetup;
  differ('print set-up', printBefore, printNow);
  differ('print area', areaBefore?.replace(/\d+$/, (row) => moved(Number(row), list, added)), areaNow);
  differ('foot', before.headerFooter, now.headerFooter);
  differ('frozen panes', before.views, now.views);
  differ('number of checks', kinds(before), kinds(now));
  return found.slice(0, 8);
}

const kinds = (sheet) => [...new Set(Object.values(sheet.dataValidations.model).map(({ type, formulae }) => type + formulae))].sort();

/** Faults that the validators overlook. */
export async function lint(path) {
  const found = [];
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const names = book.definedNames.model.map(({ name }) => name);
  if (new Set(names).size !== names.length) found.push(`a name is defined twice: ${names}`);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell(({ formula, address }) => {
        if (formula && formula.split('(').length !== formula.split(')').length) found.push(`${address}: ${formula} is not balanced`);
      }),
    );
    const boxes = sheet.model.merges.map((range) => range.match(/([A-Z]+)(\d+):([A-Z]+)(\d+)/).slice(1)).map(([l, t, r, b]) => [number(l), Number(t), number(r), Number(b)]);
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        if (a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]) found.push(`merges overlap: ${a} and ${b}`);
      }),
    );
  }
  return found;
}

const number = (letters) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
