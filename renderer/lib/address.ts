/** What the address of a page may carry: the property at hand, the tab, and how its list is sorted and filtered. */
import { z } from 'zod';

const idInAddress = z.coerce.number().int().positive();

/** Checked when a page opens; whatever is not understood is left out. */
export const pageAddress = z.object({
  /** The property whose rows are shown; all when left out. */
  property: idInAddress.optional().catch(undefined),
  tab: z.string().max(40).optional().catch(undefined),
  sort: z.string().max(200).optional().catch(undefined),
  filters: z.record(z.string(), z.string().max(200)).optional().catch(undefined),
  /** First day of the period at hand. */
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
  /** Last day of the period at hand. */
  to: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
  /** The one unit of the property that is shown; all when left out. */
  unit: idInAddress.optional().catch(undefined),
  /** The unit whose tenant changes, in the dialog over the page; 0 asks which one. */
  change: z.coerce.number().int().nonnegative().optional().catch(undefined),
  /** Opens the page's form at once. */
  create: z.boolean().optional().catch(undefined),
});

export type PageAddress = z.output<typeof pageAddress>;
