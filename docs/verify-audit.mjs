// Checks an exported audit log without any code of Stichtag: node verify-audit.mjs audit.jsonl keys.json
// keys.json holds the seal keys by generation, in hex: {"1":"…"}. A line's hash must be
// HMAC-SHA256(key, previous hash ‖ JSON array of its fields); before the first line stand 32 zero bytes.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FIELDS = 'seq at actor action subject payload personal erasureKeyId keyGeneration'.split(' ');
const [log, keyFile] = process.argv.slice(2);
const keys = JSON.parse(readFileSync(keyFile, 'utf8'));
const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
let head = '00'.repeat(32);

for (const [index, line] of lines.entries()) {
  const entry = JSON.parse(line);
  const fail = (why) => {
    throw new Error(`Entry ${index + 1} ${why}`);
  };
  const { seq, keyGeneration } = entry;
  const text = JSON.stringify(FIELDS.map((field) => entry[field]));
  if (seq !== index + 1) fail(`has number ${seq}: one is missing`);
  if (entry.prevHash !== head) fail('does not follow on the one before');
  if (!(keyGeneration in keys)) fail(`needs the key of generation ${keyGeneration}`);
  const hmac = createHmac('sha256', Buffer.from(keys[keyGeneration], 'hex')).update(Buffer.from(head, 'hex'));
  if (hmac.update(text).digest('hex') !== entry.hash) fail('was altered');
  head = entry.hash;
}
process.stdout.write(`${lines.length} entries, unbroken. Compare with a printed report: ${head}\n`);
