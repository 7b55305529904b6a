/** Device shadows: small JSON documents with a version, the service's only optimistic lock. */
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { serviceError, type ServiceError } from './service-error.ts';

const MAX_SHADOW_BYTES = 8 * 1024;

const section = z.record(z.string(), z.unknown()).nullable();
const updateSchema = z.object({
  state: z.object({ desired: section.optional(), reported: section.optional() }),
  version: z.int().optional(),
});

type ShadowState = Record<string, Record<string, unknown>>;

interface Shadow {
  readonly state: ShadowState;
  readonly version: number;
}

/** The classic and the named shadows of all things. */
export class Shadows {
  readonly #byName = new Map<string, Shadow>();

  get(thingName: string, shadowName: string | null): Result<string, ServiceError> {
    const shadow = this.#byName.get(keyOf(thingName, shadowName));
    return shadow === undefined
      ? fail(serviceError('ResourceNotFoundException', `No shadow exists with name: '${thingName}'`))
      : succeed(toDocument(shadow.state, shadow.version));
  }

  /** Merges a state into the shadow: null removes; a `version` other than the present one is a conflict. */
  update(thingName: string, shadowName: string | null, body: string): Result<string, ServiceError> {
    const parsed = updateSchema.safeParse(parseJson(body));
    if (!parsed.success || Buffer.byteLength(body) > MAX_SHADOW_BYTES)
      return fail(serviceError('InvalidRequestException', 'Payload contains invalid json'));
    const key = keyOf(thingName, shadowName);
    const former = this.#byName.get(key) ?? { state: {}, version: 0 };
    const { version = former.version } = parsed.data;
    if (version !== former.version) return fail(serviceError('ConflictException', 'Version conflict'));
    this.#byName.set(key, { state: merge(former.state, parsed.data.state), version: version + 1 });
    return succeed(toDocument(parsed.data.state, version + 1));
  }
}

function keyOf(thingName: string, shadowName: string | null): string {
  return JSON.stringify([thingName, shadowName]);
}

function toDocument(state: unknown, version: number): string {
  return JSON.stringify({ state, version, timestamp: Math.floor(Date.now() / 1000) });
}

function merge(former: ShadowState, update: z.infer<typeof updateSchema>['state']): ShadowState {
  const merged: ShadowState = { ...former };
  for (const [name, change] of Object.entries(update)) {
    if (change === null) delete merged[name];
    else {
      const entries = Object.entries({ ...merged[name], ...change });
      merged[name] = Object.fromEntries(entries.filter(([, value]) => value !== null));
    }
  }
  return merged;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
