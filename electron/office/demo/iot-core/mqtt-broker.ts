/** The MQTT door: TLS with client certificates, one gateway per certificate, each on its own topics only. */
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { Aedes, type Client } from 'aedes';
import type { IssuedCertificate } from './certificate-authority.ts';
import type { Connections } from './connections.ts';
import type { MessageHub } from './message-hub.ts';

/** MQTT 3.1.1, CONNACK: the client is not authorized to connect. */
const NOT_AUTHORIZED = 5;

/** What the broker needs to open. */
export interface MqttBrokerOptions {
  readonly certificate: IssuedCertificate;
  readonly rootPem: string;
  readonly hub: MessageHub;
  readonly connections: Connections;
}

/** A listening door of the embedded IoT Core. */
export interface Door {
  readonly port: number;
  /** Resolves when no socket and no timer is left. */
  stop(): Promise<void>;
}

function commonNameOf(client: Client): string | undefined {
  const name: unknown = (client.conn as TLSSocket).getPeerCertificate().subject.CN;
  return typeof name === 'string' ? name : undefined;
}

/** The gateway's policy: it may publish below its own prefix and nowhere else. */
function mayPublish(clientId: string, topic: string): boolean {
  return topic.startsWith(`wmbus/v1/${clientId}/`);
}

/**
 * Opens the broker on a free loopback port. A client id other than the certificate's common name is refused with
 * CONNACK 5; a foreign topic, a message over the limits or any subscription ends the connection without an answer,
 * as IoT Core does.
 */
export async function openMqttBroker(options: MqttBrokerOptions): Promise<Door> {
  const { certificate, rootPem, hub, connections } = options;
  const broker = await Aedes.createBroker({
    authenticate: (client, _user, _password, done) => {
      if (client.id === commonNameOf(client)) return done(null, true);
      const refusal = new Error('the client id is not the common name of the certificate');
      done(Object.assign(refusal, { returnCode: NOT_AUTHORIZED }), false);
    },
    authorizePublish: (client, packet, done) => {
      if (client === null || !mayPublish(client.id, packet.topic))
        return done(new Error('the policy does not allow this topic'));
      const payload = Buffer.from(packet.payload);
      const accepted = hub.accept({ topic: packet.topic, payload, qos: packet.qos, retain: packet.retain });
      // The hub retains before the broker acknowledges, and it alone: the broker shall keep no second copy.
      packet.retain = false;
      done(accepted.ok ? null : new Error(accepted.error.message));
    },
    authorizeSubscribe: (_client, _subscription, done) =>
      done(new Error('the policy allows no subscription')),
  });
  broker.on('clientReady', (client) => connections.connected(client.id, client.clean));
  broker.on('clientDisconnect', (client) => connections.disconnected(client.id));

  const sockets = new Set<TLSSocket>();
  const server = createServer(
    {
      cert: certificate.certificatePem,
      key: certificate.privateKeyPem,
      ca: rootPem,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      broker.handle(socket);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      await new Promise<void>((resolve) => broker.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
