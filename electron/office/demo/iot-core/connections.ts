/** Who is or was connected by MQTT, as GetConnection tells it. */

/** The wire form of a connection's state; times are epoch milliseconds. */
export interface ConnectionState {
  readonly clientId: string;
  readonly thingName: string;
  readonly connected: boolean;
  readonly cleanSession: boolean;
  readonly connectedSince?: number;
  readonly disconnectedSince?: number;
}

/** Remembers the newest state of each client id. */
export class Connections {
  readonly #byClientId = new Map<string, ConnectionState>();

  connected(clientId: string, cleanSession: boolean): void {
    const state = {
      clientId,
      thingName: clientId,
      connected: true,
      cleanSession,
      connectedSince: Date.now(),
    };
    this.#byClientId.set(clientId, state);
  }

  disconnected(clientId: string): void {
    const former = this.#byClientId.get(clientId);
    if (former === undefined) return;
    const { thingName, cleanSession } = former;
    const disconnectedSince = Date.now();
    this.#byClientId.set(clientId, {
      clientId,
      thingName,
      cleanSession,
      connected: false,
      disconnectedSince,
    });
  }

  get(clientId: string): ConnectionState | null {
    return this.#byClientId.get(clientId) ?? null;
  }
}
