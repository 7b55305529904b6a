/** What AWS must allow the office, and nothing more: an IAM policy to copy for the administrator. Pure. */

const ACCOUNT = '123456789012';
const DEFAULT_REGION = 'eu-central-1';

/**
 * The policy for a region. Listing retained messages cannot be restricted to topics; reading and clearing are. An
 * empty retained message is what clears a bundle, and IAM cannot tell it from any other.
 */
export function accessPolicy(region: string): string {
  const topics = `arn:aws:iot:${region === '' ? DEFAULT_REGION : region}:${ACCOUNT}:topic/wmbus/v1`;
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'List', Effect: 'Allow', Action: 'iot:ListRetainedMessages', Resource: '*' },
        { Sid: 'Read', Effect: 'Allow', Action: 'iot:GetRetainedMessage', Resource: `${topics}/*/b/*` },
        {
          Sid: 'Clear',
          Effect: 'Allow',
          Action: ['iot:Publish', 'iot:RetainPublish'],
          Resource: `${topics}/*/b/*`,
        },
      ],
    },
    null,
    2,
  );
}
