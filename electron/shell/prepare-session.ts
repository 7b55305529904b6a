/** The window's own session: serves the app's files, reaches no network, grants nothing, downloads nothing. */
import type { Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from './app-files.ts';
import { isPermissionAllowed } from './permissions.ts';
import { answerAppRequest } from './serve-app-files.ts';

/** Must be given to `protocol.registerSchemesAsPrivileged` before the app is ready. */
export const APP_SCHEME_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const;

const EVERYTHING_ELSE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

export function prepareSession(session: Session, rendererFolder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const { status, headers, body } = await answerAppRequest(rendererFolder, APP_ORIGIN, request);
    return new Response(body, { status, headers });
  });
  session.setPermissionRequestHandler((_, permission, decide, details) =>
    decide(isPermissionAllowed(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_, permission, requestingOrigin) =>
    isPermissionAllowed(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: EVERYTHING_ELSE }, (_, decide) => decide({ cancel: true }));
  session.on('will-download', (event) => event.preventDefault());
}
