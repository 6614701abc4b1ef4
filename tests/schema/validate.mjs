// validate.mjs SCHEMA FILE…: holds JSON files against a JSON Schema (draft 2020-12 or 07) with ajv.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const [schemaFile, ...files] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaFile));
const { default: Ajv } = require(/2020-12/.test(schema.$schema) ? 'ajv/dist/2020' : 'ajv');
const { default: addFormats } = require('ajv-formats');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats(ajv);
const holds = ajv.compile(schema);

let status = files.length > 0 ? 0 : 1;
for (const file of files) {
  if (holds(JSON.parse(fs.readFileSync(file)))) continue;
  status = 1;
  for (const error of holds.errors.slice(0, 10)) console.log(`${file}: ${error.instancePath || '/'} ${error.message}`);
}
console.log(status === 0 ? `${files.length} files hold against ${schemaFile}` : `not all files hold against ${schemaFile}`);
process.exit(status);
