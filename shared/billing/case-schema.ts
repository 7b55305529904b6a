/** The JSON Schema of case files, made from the schema the program itself reads them with. */
import { z } from 'zod';
import { anyCaseSchema } from './any-case.ts';

/** The text of docs/case-format.schema.json; the same bytes for the same schema. */
export function caseSchemaText(): string {
  const schema = z.toJSONSchema(anyCaseSchema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'Stichtag case file, version 1', ...schema }, null, 2)}\n`;
}
