/** Where the office pulls from: the access, whether the way is open, and the pull by hand. */
import { useState } from 'react';
import type { PullSource, PullTest } from '#shared/contract/pull.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from './facts.tsx';
import { PolicyText } from './policy-text.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { TestSheet } from './test-sheet.tsx';

interface SourceSectionProps {
  readonly source: PullSource | null;
  readonly isRunning: boolean;
  readonly isOffline: boolean;
}

/** What the last test of this source came to. */
type TestOutcome =
  | { readonly isOpen: true; readonly test: PullTest; readonly at: string }
  | { readonly isOpen: false; readonly message: string };

export function SourceSection({ source, isRunning, isOffline }: SourceSectionProps) {
  const { pull: words } = useText();
  const [isEditing, setIsEditing] = useState(false);
  const [outcome, setOutcome] = useState<TestOutcome | null>(null);
  const start = useAction('pull.start');
  const test = useAction('pull.test', {
    onDone: (answer) => setOutcome({ isOpen: true, test: answer, at: new Date().toISOString() }),
    onRefused: ({ message }) => setOutcome({ isOpen: false, message }),
  });
  const runPull = (): void => {
    // The result of the pull says more than that of a test before it.
    setOutcome(null);
    void start.run({});
  };
  const runTest = (): void => {
    setOutcome(null);
    void test.run({});
  };
  const closeDialog = (): void => {
    // What was tested may be another access now.
    setOutcome(null);
    setIsEditing(false);
  };
  return (
    <section className="section" aria-labelledby="source">
      <h2 id="source">{words.source}</h2>
      {source === null ? <p>{words.noSource}</p> : <Facts facts={factsOf(source, words)} />}
      <div className="row-of">
        {source === null ? null : (
          <>
            <Button variant="primary" isDisabled={isOffline} isPending={isRunning} onPress={runPull}>
              {words.start}
            </Button>
            <Button isDisabled={isOffline} isPending={test.isRunning} onPress={runTest}>
              {words.test}
            </Button>
          </>
        )}
        <Button variant={source === null ? 'primary' : 'plain'} onPress={() => setIsEditing(true)}>
          {source === null ? words.setUp : words.change}
        </Button>
      </div>
      <div role="status">
        {test.isRunning ? <p className="muted">{words.testing}</p> : null}
        {outcome?.isOpen === true ? <TestSheet test={outcome.test} at={outcome.at} /> : null}
      </div>
      {outcome?.isOpen === false ? <Notice tone="wrong">{outcome.message}</Notice> : null}
      <PolicyText region={source?.region ?? ''} />
      {isEditing ? <SourceDialog source={source} onClose={closeDialog} /> : null}
    </section>
  );
}

function factsOf(
  { region, endpoint, access }: PullSource,
  words: Dictionary['pull'],
): readonly (readonly [string, string])[] {
  return [[words.region, region], [words.endpoint, endpoint], factOf(access, words)];
}

function factOf(access: PullSource['access'], words: Dictionary['pull']): readonly [string, string] {
  if (access.kind === 'keys') return [words.accessKeyId, access.accessKeyId];
  return access.kind === 'profile' ? [words.profile, access.profile] : [words.accessKind, words.demoAccess];
}
