/** Switches with which somebody could look into the running program. The packaged app does not start with them. */

const SPYING_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'no-sandbox',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'log-net-log',
  'ssl-key-log-file',
  'enable-logging',
  'user-data-dir',
] as const;

/** The first forbidden switch that was given, or null. */
export function findSpyingSwitch(hasSwitch: (name: string) => boolean): string | null {
  return SPYING_SWITCHES.find((name) => hasSwitch(name)) ?? null;
}
