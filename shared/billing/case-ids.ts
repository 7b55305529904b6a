/** Ids of a case, whatever its kind: each names one thing of its list, and none takes a name the engine gives. */
import type { AnyCase } from './any-case.ts';
import { pathText, type CaseFault } from './case-faults.ts';

type Path = readonly (string | number)[];

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' ? item.id : null;
}

function twiceIn(items: readonly unknown[], path: Path): CaseFault[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const id = idOf(item);
    if (id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: pathText([...path, index, 'id']), code: 'ID_TWICE', params: { id } }];
  });
}

function below(value: unknown, path: Path): CaseFault[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return [...twiceIn(items, path), ...items.flatMap((item, index) => below(item, [...path, index]))];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => below(each, [...path, name]));
}

/** Days without a tenancy belong to users named `vacancy:…`. */
function reserved(list: string, users: readonly { readonly id: string }[]): CaseFault[] {
  return users.flatMap(({ id }, index) =>
    id.startsWith('vacancy:')
      ? [{ path: pathText([list, index, 'id']), code: 'ID_RESERVED', params: { id } }]
      : [],
  );
}

/** Every id that a list has twice, and every id that is the engine's own. */
export function checkIds(given: AnyCase): CaseFault[] {
  return [
    ...below(given, []),
    ...(given.kind === 'bill' ? reserved('tenancies', given.tenancies) : []),
    ...(given.kind === 'userChange' ? reserved('users', given.users) : []),
  ];
}
