/** Demo desk: the demo house with its fleet and its embedded IoT Core. */
import { channel, done, nothing } from './channel.ts';

export const demoDesk = {
  /** Fills an empty office with the demo house and connects it to the embedded IoT Core. */
  'demo.load': channel(nothing, done),
  /** Ends the demo: the office it was loaded into is deleted, and the first start begins again. */
  'demo.remove': channel(nothing, done),
};
