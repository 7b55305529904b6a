/**
 * The one door of the office: every question passes the same checks before a desk hears it, every answer the same
 * check before it leaves. Knows no transport.
 */
import type { z } from 'zod';
import type { Channel } from '#shared/contract/channel.ts';
import { contract } from '#shared/contract/contract.ts';
import type { OfficeFailure, Reply } from '#shared/contract/failure.ts';
import type { Handlers } from '#shared/contract/handler.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { IncidentLog } from './incident-log.ts';
import { isWithinLimits } from './payload-limits.ts';
import { isTrusted, type Sender } from './sender.ts';

export interface RouterOptions {
  /** The only origin whose pages are answered. */
  readonly trustedOrigin: string;
  /** Whether an employee has unlocked the vault. */
  readonly isOpen: () => boolean;
  readonly log: IncidentLog;
}

export interface Router {
  /** Answers one question. Never throws and never rejects: what goes wrong comes back as a failure. */
  handle(channel: string, payload: unknown, sender: Sender): Promise<Reply<unknown>>;
}

const CHANNELS: ReadonlyMap<string, Channel> = new Map(Object.entries(contract));

const REFUSALS = {
  SENDER_REFUSED: 'Diese Anfrage kam nicht aus dem Fenster von Stichtag und wurde abgewiesen.',
  CHANNEL_UNKNOWN: 'Diese Anfrage kennt Stichtag nicht. Bitte starten Sie das Programm neu.',
  PAYLOAD_TOO_LARGE: 'Das ist zu viel auf einmal. Bitte teilen Sie die Eingabe auf.',
  OFFICE_LOCKED: 'Stichtag ist gesperrt. Bitte entsperren Sie es mit Ihrer Passphrase.',
} as const;

function refuse(code: keyof typeof REFUSALS): Reply<never> {
  return fail({ code, message: REFUSALS[code] });
}

/** Opens the door for the given handlers; a channel without a handler does not exist. */
export function createRouter(handlers: Handlers, options: RouterOptions): Router {
  const byChannel = new Map<string, unknown>(Object.entries(handlers));
  const { trustedOrigin, isOpen, log } = options;

  function brokenBy(channel: string, error: unknown): Reply<never> {
    const incident = log.record(channel, error);
    const message = `In Stichtag ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal. Bleibt es dabei, nennen Sie uns die Nummer ${incident}.`;
    return fail({ code: 'INTERNAL', message, incident });
  }

  return {
    async handle(name, payload, sender) {
      if (!isTrusted(sender, trustedOrigin)) return refuse('SENDER_REFUSED');
      const channel = CHANNELS.get(name);
      const handler = byChannel.get(name);
      if (!channel || !isHandler(handler)) return refuse('CHANNEL_UNKNOWN');
      if (!isWithinLimits(payload)) return refuse('PAYLOAD_TOO_LARGE');
      if (!channel.answersLocked && !isOpen()) return refuse('OFFICE_LOCKED');
      const args = channel.args.safeParse(payload, { error: () => 'Diese Angabe passt hier nicht.' });
      if (!args.success) return fail(invalidArgument(args.error));
      try {
        const reply = await handler(args.data);
        return reply.ok ? succeed(channel.value.parse(reply.value)) : fail(publicFailure(reply.error));
      } catch (error) {
        return brokenBy(name, error);
      }
    },
  };
}

function isHandler(handler: unknown): handler is (args: unknown) => Reply<unknown> | Promise<Reply<unknown>> {
  return typeof handler === 'function';
}

function invalidArgument(error: z.ZodError): OfficeFailure {
  const [issue] = error.issues;
  return {
    code: 'ARGS_INVALID',
    message: issue?.message ?? 'Diese Angabe passt hier nicht.',
    field: (issue?.path ?? []).map(String).join('.'),
  };
}

/** A service may know more about its failure than the window is told. */
function publicFailure({ code, message, field }: OfficeFailure): OfficeFailure {
  return field === undefined ? { code, message } : { code, message, field };
}
