/** Demo desk: the demo house with its fleet and its embedded IoT Core. */
import { channel, done, nothing } from './channel.ts';

export const demoDesk = {
  /** Fills an empty office with the demo house and connects it to the embedded IoT Core. */
  'demo.load': channel(nothing, done),
};
