// Reads `go test -json` on standard input, shows a line a package and the
// output of what failed, and writes "passed failed" to the file named first.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const output = new Map();
let passed = 0;
let failed = 0;

const keep = (event) => {
  const key = `${event.Package ?? event.ImportPath} ${event.Test ?? ''}`;
  if (event.Action === 'output' || event.Action === 'build-output') output.set(key, (output.get(key) ?? '') + event.Output);
  return key;
};

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.startsWith('{')) {
    console.log(line);
    continue;
  }
  const event = JSON.parse(line);
  const key = keep(event);
  if (event.Action === 'build-fail') console.log(output.get(key) ?? '');
  if (event.Test) {
    if (event.Action === 'pass') passed++;
    if (event.Action === 'fail') {
      failed++;
      console.log(`--- FAIL ${event.Package} ${event.Test}\n${output.get(key) ?? ''}`);
    }
    if (event.Action !== 'output') output.delete(key);
  } else if (event.Action === 'pass') {
    console.log(`ok   ${event.Package} ${event.Elapsed.toFixed(1)} s`);
  } else if (event.Action === 'fail') {
    // A package that does not build or panics fails without any test of its own.
    if (failed === 0) failed = 1;
    console.log(`FAIL ${event.Package}\n${output.get(key) ?? ''}`);
  }
}

writeFileSync(process.argv[2], `${passed} ${failed}\n`);
process.exitCode = failed ? 1 : 0;
