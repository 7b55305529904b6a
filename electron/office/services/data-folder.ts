/** Where an office keeps what, inside the one folder the user knows. */
import path from 'node:path';

export interface DataFolder {
  /** Vault and store; nothing else, for a restore wants it empty. */
  readonly office: string;
  /** The anchors: in another folder than the data they watch over. */
  readonly anchors: string;
  /** Device secrets as files, for the command line; the application keeps them in the system's keychain. */
  readonly deviceSecrets: string;
  readonly logs: string;
}

export function dataFolderAt(root: string): DataFolder {
  return {
    office: path.join(root, 'bestand'),
    anchors: path.join(root, 'anker'),
    deviceSecrets: path.join(root, 'geraet'),
    logs: path.join(root, 'logs'),
  };
}
