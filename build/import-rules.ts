/** Who may import whom: the house's walls as data, and the check that finds a breach. Reads source as text only. */
import path from 'node:path';

/** One import statement that breaks a wall. */
export interface Breach {
  readonly file: string;
  readonly imports: string;
  readonly rule: string;
}

/** A wall: files whose path starts with one of `inside` may import only what `allowed` names. */
interface Wall {
  readonly inside: string;
  readonly allowed: readonly RegExp[];
  readonly rule: string;
}

const ROOMS = ['mailbox', 'telegram', 'vault', 'store', 'documents', 'exchange'] as const;
const anyPackage = /^pkg:/;
const nodeBuiltIn = /^node:/;
const sharedFolder = /^shared\//;
const resources = /^resources\/.*\.json$/;

const WALLS: readonly Wall[] = [
  {
    inside: 'shared/billing/',
    allowed: [/^shared\/(billing|model)\//, resources, /^pkg:zod$/],
    rule: 'the law imports only shared/model',
  },
  {
    inside: 'shared/',
    allowed: [sharedFolder, resources, /^pkg:(zod|date-fns|@date-fns\/utc)$/],
    rule: 'shared is pure: no node:, no DOM, no electron, nothing of the office or the window',
  },
  {
    inside: 'renderer/',
    allowed: [/^renderer\//, sharedFolder, resources, anyPackage, /\.(css|svg)$/],
    rule: 'the window knows only itself and shared',
  },
  ...ROOMS.map((room) => ({
    inside: `electron/office/${room}/`,
    allowed: [new RegExp(`^electron/office/${room}/`), sharedFolder, resources, nodeBuiltIn, anyPackage],
    rule: 'the rooms of the office never import each other; services bring them together',
  })),
  {
    inside: 'electron/office/services/',
    allowed: [
      new RegExp(`^electron/office/(services|${ROOMS.join('|')})/`),
      sharedFolder,
      resources,
      nodeBuiltIn,
      anyPackage,
    ],
    rule: 'a service may use the rooms and shared, never the demo or the shell',
  },
  {
    inside: 'electron/office/',
    allowed: [/^electron\/office\//, sharedFolder, resources, nodeBuiltIn, anyPackage],
    rule: 'the office never reaches into the shell',
  },
  {
    inside: 'electron/',
    allowed: [/^electron\//, sharedFolder, resources, nodeBuiltIn, anyPackage],
    rule: 'the desktop side knows itself and shared, never the window or the tests',
  },
];

/** A package that only some files may import. */
interface Custody {
  readonly packageName: RegExp;
  readonly mayImport: RegExp;
  readonly rule: string;
}

const CUSTODIES: readonly Custody[] = [
  {
    packageName: /^better-sqlite3/,
    mayImport: /^electron\/office\/store\/open\.ts$/,
    rule: 'only store/open.ts opens the database',
  },
  {
    packageName: /^(@aws-sdk|@smithy)\//,
    mayImport: /^electron\/office\/mailbox\//,
    rule: 'only the mailbox talks to AWS',
  },
  {
    packageName: /^pdfkit/,
    mayImport: /^electron\/office\/documents\//,
    rule: 'only documents draw PDFs',
  },
  {
    packageName: /^(aedes|mqtt|@peculiar\/x509|reflect-metadata)$/,
    mayImport: /^electron\/office\/demo\//,
    rule: 'broker and certificates belong to the demo',
  },
  {
    packageName: /^electron$/,
    mayImport: /^electron\/(shell\/.*|preload)\.ts$/,
    rule: 'only the shell and the preload know electron',
  },
];

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** The specifiers a source text imports, static and dynamic, types included. */
export function importsOf(source: string): string[] {
  const withoutBlockComments = source.replace(/\/\*[\s\S]*?\*\//g, ' ');
  return [...withoutBlockComments.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a specifier points at: a path of the project, `node:x`, or `pkg:name`. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  if (specifier.startsWith('#shared/')) return specifier.replace('#shared/', 'shared/');
  if (specifier.startsWith('#office/')) return specifier.replace('#office/', 'electron/office/');
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const [scope = '', name = ''] = specifier.split('/');
  return `pkg:${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}

/**
 * The breaches of one file. `file` is its path inside the project, with forward slashes; files outside the walls
 * (tests, build scripts) may import anything.
 */
export function breachesIn(file: string, source: string): Breach[] {
  const wall = WALLS.find((candidate) => file.startsWith(candidate.inside));
  if (!wall) return [];
  return importsOf(source).flatMap((specifier) => {
    const target = targetOf(file, specifier);
    const rules = CUSTODIES.filter(
      (custody) =>
        target.startsWith('pkg:') &&
        custody.packageName.test(target.slice(4)) &&
        !custody.mayImport.test(file),
    ).map((custody) => custody.rule);
    if (!wall.allowed.some((pattern) => pattern.test(target))) rules.push(wall.rule);
    return rules.map((rule) => ({ file, imports: specifier, rule }));
  });
}
