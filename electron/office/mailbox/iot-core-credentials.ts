/**
 * Where the credentials come from: keys somebody typed, or one named profile of this computer. Never from environment
 * variables, and never from whatever profile happens to be the default.
 */
import type { NodeHttpHandler } from '@smithy/node-http-handler';

/** Keys of an AWS role. */
export interface IotCoreKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A profile in the user's `~/.aws`: keys, a role, or a sign-in at an identity centre. */
export interface IotCoreProfile {
  readonly profile: string;
}

export type IotCoreCredentials = IotCoreKeys | IotCoreProfile;

/**
 * What the client signs with. A profile is read by AWS's own provider, which signs in to identity centre and roles
 * through the same trusted connections and renews what runs out.
 */
export async function credentialsFor(credentials: IotCoreCredentials, requestHandler: NodeHttpHandler) {
  if (!('profile' in credentials)) return credentials;
  const { fromIni } = await import('@aws-sdk/credential-provider-ini');
  // The files are read anew: somebody may have signed in since the last pull.
  return fromIni({ profile: credentials.profile, ignoreCache: true, clientConfig: { requestHandler } });
}
