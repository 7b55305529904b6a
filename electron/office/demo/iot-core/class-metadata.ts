/** The three metadata calls that the certificate library's class registry needs; load this module before it. */

type MetadataHost = typeof Reflect & {
  getMetadata?: (key: unknown, target: object) => unknown;
  getOwnMetadata?: (key: unknown, target: object) => unknown;
  defineMetadata?: (key: unknown, value: unknown, target: object) => void;
};

const host: MetadataHost = Reflect;
const metadata = new WeakMap<object, Map<unknown, unknown>>();

function getOwnMetadata(key: unknown, target: object): unknown {
  return metadata.get(target)?.get(key);
}

/** Walks up the prototypes: a class inherits what was said about its base. */
function getMetadata(key: unknown, target: object): unknown {
  for (
    let owner: object | null = target;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  )
    if (metadata.get(owner)?.has(key)) return getOwnMetadata(key, owner);
  return undefined;
}

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const own = metadata.get(target) ?? new Map<unknown, unknown>();
  metadata.set(target, own.set(key, value));
}

// A full polyfill that some other part of the process loaded stays in charge.
host.getMetadata ??= getMetadata;
host.getOwnMetadata ??= getOwnMetadata;
host.defineMetadata ??= defineMetadata;
