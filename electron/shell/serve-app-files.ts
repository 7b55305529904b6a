/** Answers a request of the window from its folder, with the headers of the house. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveAppFile } from './app-files.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface AppAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const NO_BODY = new Uint8Array();

/** Reads one file below `folder`; a refusal carries the security headers too and no text. */
export async function answerAppRequest(
  folder: string,
  origin: string,
  request: { readonly method: string; readonly url: string },
): Promise<AppAnswer> {
  const file = resolveAppFile(request.method, request.url, origin);
  if (file.status !== 200) return { status: file.status, headers: SECURITY_HEADERS, body: NO_BODY };
  try {
    const body = new Uint8Array(await readFile(path.join(folder, file.relativePath)));
    const headers = { ...SECURITY_HEADERS, 'Content-Type': file.mimeType };
    return { status: 200, headers, body: request.method === 'HEAD' ? NO_BODY : body };
  } catch {
    return { status: 404, headers: SECURITY_HEADERS, body: NO_BODY };
  }
}
