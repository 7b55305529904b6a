/**
 * Tells zod to do without generated code: it would only try whether `new Function` works, and the content policy
 * reports even the try. Must be imported before any schema is made.
 */
import { z } from 'zod';

z.config({ jitless: true });
