/** What IoT Core accepts as a message: the limits of its message broker that no account can raise. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { serviceError, type ServiceError } from './service-error.ts';

export const MAX_PAYLOAD_BYTES = 128 * 1024;
const MAX_TOPIC_BYTES = 256;
const MAX_SLASHES = 7;

/** A message on its way into the broker, whether by MQTT or by HTTPS. */
export interface IncomingMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly qos: number;
  readonly retain: boolean;
}

/** Checks topic, payload and quality of service; a reserved topic (`$…`) cannot be retained. */
export function checkMessage(message: IncomingMessage): Result<void, ServiceError> {
  const { topic, payload } = message;
  if (topic === '' || Buffer.byteLength(topic) > MAX_TOPIC_BYTES)
    return fail(serviceError('InvalidRequestException', 'Topic must have 1 to 256 bytes'));
  if (topic.split('/').length - 1 > MAX_SLASHES)
    return fail(serviceError('InvalidRequestException', 'Topic must not have more than 7 slashes'));
  if (/[+#\0]/.test(topic))
    return fail(serviceError('InvalidRequestException', 'Topic must not have wildcards'));
  if (message.retain && topic.startsWith('$'))
    return fail(serviceError('InvalidRequestException', 'Reserved topics cannot be retained'));
  if (message.qos !== 0 && message.qos !== 1)
    return fail(serviceError('InvalidRequestException', 'QoS must be 0 or 1'));
  if (payload.byteLength > MAX_PAYLOAD_BYTES)
    return fail(serviceError('RequestEntityTooLargeException', 'Payload must not exceed 131072 bytes'));
  return succeed(undefined);
}
