/** Runs commands to the office and tells the user what came of them. */
import { useMutation } from '@tanstack/react-query';
import type { ArgsOf, ChannelName, ValueOf } from '#shared/contract/contract.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { ask } from './office.ts';
import { useText } from './text.tsx';
import { useToasts } from './toasts.ts';

interface ActionOptions<Name extends ChannelName> {
  readonly onDone?: (value: ValueOf<Name>, args: ArgsOf<Name>) => void;
  /** Takes a failure itself, such as into a field; otherwise it becomes a message. */
  readonly onRefused?: (failure: OfficeFailure) => void;
}

export interface Action<Name extends ChannelName> {
  /** Resolves to whether it was done. */
  readonly run: (args: ArgsOf<Name>) => Promise<boolean>;
  readonly isRunning: boolean;
}

/** One command as an action: done, or refused with the office's sentence. */
export function useAction<Name extends ChannelName>(
  channel: Name,
  { onDone, onRefused }: ActionOptions<Name> = {},
): Action<Name> {
  const text = useText();
  const { complain } = useToasts();
  const command = useMutation({ mutationFn: (args: ArgsOf<Name>) => ask(channel, args) });
  return {
    isRunning: command.isPending,
    run: async (args) => {
      try {
        const reply = await command.mutateAsync(args);
        if (reply.ok) onDone?.(reply.value, args);
        else if (onRefused) onRefused(reply.error);
        else complain(reply.error.message);
        return reply.ok;
      } catch {
        complain(text.common.unexpected);
        return false;
      }
    },
  };
}
