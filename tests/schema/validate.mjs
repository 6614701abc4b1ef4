// validate.mjs SCHEMA FILE…: holds JSON files against a JSON Schema (draft 2020-12, 07 or 04) with ajv. Ours is read
// strictly; others' schemas do not keep ajv's strict rules.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const [schemaFile, ...files] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaFile));
const isOurs = /2020-12/.test(schema.$schema);
const { default: Ajv } = require(isOurs ? 'ajv/dist/2020' : /draft-04/.test(schema.$schema) ? 'ajv-draft-04' : 'ajv');
const { default: addFormats } = require('ajv-formats');
const ajv = new Ajv({ strict: isOurs, allowUnionTypes: true, allErrors: true });
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
