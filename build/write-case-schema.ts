/** Writes docs/case-format.schema.json: `node build/write-case-schema.ts`. */
import { writeFile } from 'node:fs/promises';
import { CASE_SCHEMA_FILE, caseSchemaText } from './case-schema.ts';

await writeFile(CASE_SCHEMA_FILE, await caseSchemaText());
