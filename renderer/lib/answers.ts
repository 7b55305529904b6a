/** Questions to the office as a hook; answers are kept until the office says that they changed. */
import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ArgsOf, ChannelName, ValueOf } from '#shared/contract/contract.ts';
import { ask, OfficeRefusal } from './office.ts';

/** The office is local: nothing is paused offline, nothing is asked again on focus or by time. */
export function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** The key an answer is kept under; its first part names the channel. */
export function answerKey<Name extends ChannelName>(channel: Name, args: ArgsOf<Name>): readonly unknown[] {
  return [channel, args];
}

/** As `ask`, with a failure thrown for react-query to keep. */
export async function demand<Name extends ChannelName>(
  channel: Name,
  args: ArgsOf<Name>,
): Promise<ValueOf<Name>> {
  const reply = await ask(channel, args);
  if (!reply.ok) throw new OfficeRefusal(reply.error);
  return reply.value;
}

interface AnswerOptions {
  /** False while the question cannot be asked yet. */
  readonly isWanted?: boolean;
  /** False for what is large: it is forgotten as soon as nothing shows it. */
  readonly isKept?: boolean;
}

/** The office's answer to a question, asked again when the data behind it changed. */
export function useAnswer<Name extends ChannelName>(
  channel: Name,
  args: ArgsOf<Name>,
  { isWanted = true, isKept = true }: AnswerOptions = {},
): UseQueryResult<ValueOf<Name>, OfficeRefusal | Error> {
  return useQuery({
    queryKey: answerKey(channel, args),
    queryFn: () => demand(channel, args),
    enabled: isWanted,
    ...(isKept ? {} : { gcTime: 0 }),
  });
}
