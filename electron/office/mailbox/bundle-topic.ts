/** The topics of bundles: `wmbus/v1/<gateway>/b/<yyyymmdd>/<epoch>-<seq>`, each used once and never again. */

/** What a bundle's topic says; the broker's policy vouches for the gateway. */
export interface BundleTopic {
  readonly gateway: string;
  readonly epoch: string;
  readonly seq: number;
}

const PATTERN = /^wmbus\/v1\/([^/]+)\/b\/\d{8}\/([^/]+)-(\d{1,15})$/;

/** Reads a bundle's topic; null for a file's name or any other topic. */
export function parseBundleTopic(name: string): BundleTopic | null {
  const match = PATTERN.exec(name);
  if (match === null) return null;
  const [, gateway = '', epoch = '', seq = ''] = match;
  return { gateway, epoch, seq: Number(seq) };
}

/** Whether a topic is where gateways put bundles, even if it does not follow the pattern to the end. */
export function isBundleTopic(topic: string): boolean {
  return /^wmbus\/v1\/[^/]+\/b\/./.test(topic);
}
