/** Gives a plain Node process the port that Electron gives a utility process. Loaded before the office's entry. */

type Listener = (message: { readonly data: unknown }) => void;

Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => process.send?.(message),
    on: (_: 'message', listener: Listener) => process.on('message', (data) => listener({ data })),
  },
});
