// A real headless server on real files, with its clock set.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'build/bin/yayuan');

/** Runs the command line on a data folder and gives what it printed. */
export const yayuan = (...args) => execFileSync(program, args, { encoding: 'utf8' });

/** A folder that is gone after the test. */
export function folder() {
  const dir = mkdtempSync(join(tmpdir(), 'yayuan-e2e-'));
  return {
    dir,
    data: join(dir, 'data'),
    key: join(dir, 'data.key'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Serves a data folder; resolves with the address once it is printed. */
export function serve({ data, key }, clock) {
  const child = spawn(program, [
    'serve',
    '--data',
    data,
    '--key-file',
    key,
    '--clock',
    clock,
    '--listen',
    '127.0.0.1:0',
  ]);
  let said = '';
  const address = new Promise((found, failed) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const match = said.match(/http:\/\/[\d.]+:\d+/);
      if (match) found(match[0]);
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  const ended = new Promise((done) => child.on('exit', done));
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
