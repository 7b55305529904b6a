/** The JSON Schema of case files, generated from the schemas the engine itself reads them with. */
import { format } from 'prettier';
import { z } from 'zod';
import { anyCaseSchema } from '#shared/billing/any-case.ts';
import {
  accrual,
  co2OnInvoice,
  cost,
  energy,
  furtherKey,
  invoice,
  stock,
} from '#shared/billing/case/costs.ts';
import { allocatorScale, device, estimate, reading } from '#shared/billing/case/devices.ts';
import { climateFactor, information } from '#shared/billing/case/information.ts';
import { building, exemption, fuelKind, plant, property } from '#shared/billing/case/property.ts';
import { degreeDayTable, group, rules, timeKey } from '#shared/billing/case/rules.ts';
import { separation } from '#shared/billing/case/separation.ts';
import { areas, statedConsumption, tenancy, unit } from '#shared/billing/case/units.ts';
import { euros, label, party, percent, period, positive, quantity } from '#shared/billing/case/values.ts';

/** Where the schema file lies. */
export const CASE_SCHEMA_FILE = new URL('../docs/case-format.schema.json', import.meta.url);

type Json = z.core.JSONSchema.BaseSchema;

/** Parts that get a name of their own, so that the file can be read and pointed into. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  label,
  quantity,
  positive,
  euros,
  percent,
  period,
  party,
  property,
  plant,
  fuelKind,
  building,
  exemption,
  rules,
  group,
  degreeDayTable,
  timeKey,
  separation,
  cost,
  energy,
  invoice,
  accrual,
  co2OnInvoice,
  furtherKey,
  stock,
  unit,
  areas,
  statedConsumption,
  tenancy,
  device,
  allocatorScale,
  reading,
  estimate,
  information,
  climateFactor,
};

/** What the engine checks of a value beyond its type, as far as JSON Schema can say it. */
const NARROWED: ReadonlyMap<unknown, Json> = new Map<unknown, Json>([
  [
    quantity,
    {
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', pattern: '^[^-]' },
      ],
    },
  ],
  [
    positive,
    {
      anyOf: [
        { type: 'number', exclusiveMinimum: 0 },
        { type: 'string', pattern: '[1-9]' },
      ],
    },
  ],
  [
    euros,
    {
      description: 'Euros with at most two decimals, as a JSON number or a decimal text.',
      anyOf: [{ type: 'number' }, { type: 'string', pattern: '^[+-]?\\d+(?:\\.\\d{1,2}0*)?$' }],
    },
  ],
  [
    percent,
    {
      description: '0 to 100.',
      anyOf: [
        { type: 'number', maximum: 100 },
        { type: 'string', pattern: '^\\+?0*(?:100(?:\\.0+)?|\\d{1,2}(?:\\.\\d+)?)$' },
      ],
    },
  ],
  [label, { description: 'A text for readers, 1 to 500 characters.' }],
  [period, { description: 'A stretch of days, both ends included; `from` is not after `to`.' }],
]);

function kindOf(schema: (typeof anyCaseSchema.options)[number]): string {
  const [kind] = schema.shape.kind.values;
  return `case-${kind}`;
}

/** What the generator knows of a schema: what it says of itself, plus the names given here. */
class NamesAndDescriptions extends z.core.$ZodRegistry<Record<string, unknown>> {
  readonly #names = new Map<unknown, string>([
    ...Object.entries(NAMED).map(([name, schema]) => [schema, name] as const),
    ...anyCaseSchema.options.map((option) => [option, kindOf(option)] as const),
  ]);

  override get(schema: z.core.$ZodType): Record<string, unknown> | undefined {
    const id = this.#names.get(schema);
    const own = z.globalRegistry.get(schema);
    return id === undefined ? own : { ...own, id };
  }
}

function narrow(schema: unknown, json: Json): void {
  const narrowed = NARROWED.get(schema);
  if (narrowed) Object.assign(json, narrowed);
  // What is said again beside a reference is the wider form the named part has just narrowed.
  else if (json.$ref !== undefined) delete json.anyOf;
}

/** The text of the schema file: JSON Schema, draft 2020-12, of a case as somebody writes it. */
export async function caseSchemaText(): Promise<string> {
  const { $schema, ...schema } = z.toJSONSchema(anyCaseSchema, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: new NamesAndDescriptions(),
    override: ({ zodSchema, jsonSchema }) => narrow(zodSchema, jsonSchema),
  });
  const document = {
    $schema,
    $id: 'urn:stichtag:case:1',
    title: 'Stichtag case file, version 1',
    description: 'One bill (kind "bill") or one single rule. The meaning of each field: docs/case-format.md.',
    ...schema,
  };
  return await format(JSON.stringify(document), { parser: 'json', printWidth: 110 });
}
