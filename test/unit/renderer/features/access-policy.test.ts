import { describe, expect, it } from 'vitest';
import { accessPolicy } from '../../../../renderer/features/pull/access-policy.ts';

interface Policy {
  readonly Statement: readonly {
    readonly Action: string | readonly string[];
    readonly Resource: string;
  }[];
}

describe('the rights of the access', () => {
  it('are what a pull asks for, and nothing else', () => {
    const policy = JSON.parse(accessPolicy('eu-west-1')) as Policy;
    expect(policy.Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([
      'iot:GetRetainedMessage',
      'iot:ListRetainedMessages',
      'iot:Publish',
      'iot:RetainPublish',
    ]);
    const everywhere = policy.Statement.filter(({ Resource }) => Resource === '*');
    expect(everywhere.map(({ Action }) => Action)).toEqual(['iot:ListRetainedMessages']);
    for (const { Resource } of policy.Statement.filter((one) => !everywhere.includes(one)))
      expect(Resource).toMatch(/^arn:aws:iot:eu-west-1:\d{12}:topic\/wmbus\/v1\/\*\/b\/\*$/);
  });

  it('name a region also while none is entered', () => {
    expect(accessPolicy('')).toContain('arn:aws:iot:eu-central-1:');
  });
});
