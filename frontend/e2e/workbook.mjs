// A filled workbook as another program reads it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './server.mjs';

const ExcelJS = createRequire(join(root, 'tools/ooxml/package.json'))('exceljs');

/** The first sheet: a function from a cell's address to its value, null where it is empty. */
export async function cellsOf(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const sheet = book.worksheets[0];
  return (address) => {
    const { value, result } = sheet.getCell(address);
    return result ?? value ?? null;
  };
}
