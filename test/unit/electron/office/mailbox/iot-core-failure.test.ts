import { describe, expect, it } from 'vitest';
import { toIotCoreFailure } from '#office/mailbox/iot-core-failure.ts';

const CONTEXT = {
  host: 'x-ats.iot.eu-central-1.amazonaws.com',
  region: 'eu-central-1',
  profile: null,
  clockAheadMs: 0,
};

function error(facts: { name?: string; message?: string; code?: string; status?: number }): Error {
  const { status, message = '', ...rest } = facts;
  const metadata = status === undefined ? {} : { $metadata: { httpStatusCode: status } };
  return Object.assign(new Error(message), rest, metadata);
}

describe('the reason behind a failed request', () => {
  it.each([
    ['CREDENTIALS_REJECTED', error({ name: 'CredentialsProviderError' })],
    [
      'CREDENTIALS_REJECTED',
      error({
        name: 'ForbiddenException',
        status: 403,
        message: 'The request signature we calculated does not match',
      }),
    ],
    [
      'CREDENTIALS_REJECTED',
      error({
        name: 'ForbiddenException',
        status: 403,
        message: 'The security token included in the request is invalid.',
      }),
    ],
    ['CREDENTIALS_REJECTED', error({ name: 'UnrecognizedClientException', status: 403 })],
    ['CREDENTIALS_EXPIRED', error({ name: 'ExpiredTokenException', status: 403 })],
    [
      'CREDENTIALS_EXPIRED',
      error({
        name: 'ForbiddenException',
        status: 403,
        message: 'The security token included in the request is expired',
      }),
    ],
    ['ACCESS_DENIED', error({ name: 'ForbiddenException', status: 403, message: 'Forbidden' })],
    [
      'CLOCK_SKEWED',
      error({
        name: 'ForbiddenException',
        status: 403,
        message: 'Signature expired: 1 is now earlier than 2',
      }),
    ],
    [
      'WRONG_REGION',
      error({
        name: 'ForbiddenException',
        status: 403,
        message: "Credential should be scoped to a valid region, not 'us-east-1'.",
      }),
    ],
    ['OFFLINE', error({ code: 'EAI_AGAIN' })],
    ['OFFLINE', error({ code: 'ENETUNREACH' })],
    ['ENDPOINT_UNREACHABLE', error({ code: 'ENOTFOUND' })],
    ['ENDPOINT_UNREACHABLE', error({ name: 'TimeoutError' })],
    ['ENDPOINT_NOT_TRUSTED', error({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
    ['ENDPOINT_NOT_TRUSTED', error({ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' })],
    ['THROTTLED', error({ name: 'ThrottlingException', status: 429 })],
    ['VANISHED', error({ name: 'ResourceNotFoundException', status: 404 })],
    ['TOO_LARGE', error({ name: 'RequestEntityTooLargeException', status: 413 })],
    ['SERVICE_FAILED', error({ name: 'InternalFailureException', status: 500 })],
    ['CANCELLED', error({ name: 'AbortError' })],
    ['SERVICE_FAILED', 'not even an error'],
    ['SERVICE_FAILED', null],
  ])('is %s for %o', (code, thrown) => {
    expect(toIotCoreFailure(thrown, CONTEXT).code).toBe(code);
  });

  it('is the clock when this computer’s is known to be wrong, and the sentence says by how much', () => {
    const forbidden = error({ name: 'ForbiddenException', status: 403, message: 'Forbidden' });
    const ahead = toIotCoreFailure(forbidden, { ...CONTEXT, clockAheadMs: 17 * 60_000 });
    expect(ahead).toMatchObject({ code: 'CLOCK_SKEWED', message: expect.stringContaining('17 Minuten vor') });
    const behind = toIotCoreFailure(forbidden, { ...CONTEXT, clockAheadMs: -6 * 60_000 });
    expect(behind.message).toContain('6 Minuten nach');
  });

  it('is the profile where one is used: it is missing, or its sign-in is over', () => {
    const context = { ...CONTEXT, profile: 'messdienst' };
    const none = error({ name: 'CredentialsProviderError', message: 'Could not resolve credentials' });
    expect(toIotCoreFailure(none, context)).toMatchObject({
      code: 'PROFILE_UNUSABLE',
      message: expect.stringContaining('„messdienst“'),
    });
    const over = error({
      name: 'CredentialsProviderError',
      message: 'To refresh this SSO session run aws sso login',
    });
    expect(toIotCoreFailure(over, context)).toMatchObject({
      code: 'CREDENTIALS_EXPIRED',
      message: expect.stringContaining('aws sso login --profile messdienst'),
    });
    expect(
      toIotCoreFailure(error({ name: 'UnrecognizedClientException', status: 403 }), context).message,
    ).toContain('„messdienst“');
  });

  it('names place and region where they help, and never repeats what the service said', () => {
    expect(toIotCoreFailure(error({ code: 'ECONNREFUSED' }), CONTEXT).message).toContain(CONTEXT.host);
    const leaky = error({ name: 'ForbiddenException', status: 403, message: 'AKIASECRET is not allowed' });
    expect(toIotCoreFailure(leaky, CONTEXT).message).not.toContain('AKIASECRET');
  });
});
