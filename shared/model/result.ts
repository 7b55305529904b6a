/** An expected outcome as a value: what succeeded, or why it did not. Bugs throw instead. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps what succeeded. */
export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps why something expected did not succeed. */
export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/**
 * An expected failure as the user reads it: a code for programs, a German sentence that says what, where and
 * what to do. Never carries a key, a name or a consumption value.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
}
