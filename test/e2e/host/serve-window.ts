/** Serves the built window on loopback as `app://` would: the same files, the same headers, nothing else. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECURITY_HEADERS } from '../../../electron/shell/security-headers.ts';
import { answerAppRequest } from '../../../electron/shell/serve-app-files.ts';

export interface ServedWindow {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1 on a free port. A request with any other Host header (DNS rebinding) is misdirected: 421. */
export async function serveWindow(folder: string): Promise<ServedWindow> {
  let origin = '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (`http://${request.headers.host ?? ''}` !== origin) {
      response.writeHead(421, SECURITY_HEADERS).end();
      return;
    }
    const { method = '', url = '' } = request;
    const { status, headers, body } = await answerAppRequest(folder, origin, {
      method,
      url: `${origin}${url}`,
    });
    response.writeHead(status, headers).end(body);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
