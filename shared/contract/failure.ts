/** How an expected failure crosses the border: a code, a sentence for the user, and the field it belongs to. */
import { z } from 'zod';
import type { Failure, Result } from '../model/result.ts';

/** `field` is the path of the argument at fault, such as `rows.3.from`; `incident` finds a bug in the log. */
export const officeFailure = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/),
  message: z.string().min(1).max(600),
  field: z.string().max(200).optional(),
  incident: z.string().max(40).optional(),
});

/** A failure as the window receives it. */
export interface OfficeFailure extends Failure {
  readonly field?: string | undefined;
  readonly incident?: string | undefined;
}

/** What every call of the window resolves to. It never rejects for an expected reason. */
export type Reply<Value> = Result<Value, OfficeFailure>;
