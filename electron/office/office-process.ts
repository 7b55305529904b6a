/** Entry of the office process: `office-process.js DATA_FOLDER TRUSTED_ORIGIN`, started by the shell. */
import { openOffice } from './router/open-office.ts';
import { serveOffice } from './router/serve-office.ts';

const [folder, trustedOrigin] = process.argv.slice(2);
const { parentPort } = process;
if (folder === undefined || trustedOrigin === undefined || parentPort === undefined)
  throw new Error('the office process is started by the shell, with a folder and an origin');

serveOffice(
  {
    send: parentPort.postMessage.bind(parentPort),
    onMessage: (listener) =>
      void parentPort.on('message', ({ data }: { readonly data: unknown }) => listener(data)),
  },
  (surroundings) => openOffice({ ...surroundings, folder, trustedOrigin }),
);
