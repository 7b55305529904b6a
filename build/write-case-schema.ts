/** Writes docs/case-format.schema.json from the schema the program itself reads case files with. */
import { writeFile } from 'node:fs/promises';
import { caseSchemaText } from '../shared/billing/case-schema.ts';

await writeFile(new URL('../docs/case-format.schema.json', import.meta.url), caseSchemaText());
