// cyclonedx.mjs FILE: holds a list of parts against the official schema of CycloneDX 1.5, with CycloneDX's own library.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { Spec, Validation } = createRequire(process.cwd() + '/')('@cyclonedx/cyclonedx-library');
const [file] = process.argv.slice(2);
const found = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(fs.readFileSync(file, 'utf8'));
if (found !== null) {
  for (const fault of [found].flat().slice(0, 5)) console.log(`${file}: ${fault.instancePath} ${fault.message}`);
  process.exit(1);
}
console.log(`${file} holds against CycloneDX 1.5`);
