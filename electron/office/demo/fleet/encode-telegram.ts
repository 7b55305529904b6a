/** Builds the telegram a simulated meter sends: OMS frames, really encrypted, without CRCs as gateways deliver. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { aesCmac, encryptCbc } from './aes-cmac.ts';
import { clockRecord, dueDateRecord, registerRecord, reversedBytes, VIF } from './data-records.ts';
import { stateAt, type MeterState, type SimulatedMeter } from './simulated-meter.ts';

const SND_NR = 0x44;
const CI = { ellShort: 0x8c, afl: 0x90, tplLong: 0x72, tplShort: 0x7a } as const;
const RADIO_ADAPTER = 0x37;
const BATTERY_LOW = 0x04;
const BLOCK_BYTES = 16;
const IDLE = 0x2f;
/** The meter is synchronous (OMS: it keeps its intervals); configuration field bit 13. */
const SYNCHRONOUS = 0x20;
/** Mode 7: key derivation function A, key 0 (configuration field extension). */
const KDF_A = 0x10;
/** AFL: MCL, MCR and MAC present; the message counter and a CMAC of eight bytes. */
const AFL = { lengthBytes: 15, control: [0x00, 0x2c], messageControl: 0x25, macBytes: 8 } as const;
const COUNTER_STARTS_MS = Date.UTC(2020, 0, 1);

const REGISTER_VIF: Readonly<Record<SimulatedMeter['kind'], number>> = {
  allocator: VIF.allocatorUnits,
  warmWaterMeter: VIF.litres,
  heatMeter: VIF.kilowattHours,
  hotWaterHeatMeter: VIF.kilowattHours,
};

/** Heat meters hang on a radio adapter with an address of its own; their telegrams name both. */
function usesAdapter(meter: SimulatedMeter): boolean {
  return meter.kind === 'heatMeter' || meter.kind === 'hotWaterHeatMeter';
}

/** Counts the minutes, so that it grows from telegram to telegram without anyone having to remember it. */
function messageCounterAt(at: Date): number {
  return Math.floor((at.getTime() - COUNTER_STARTS_MS) / 60_000);
}

/** Three letters in fifteen bits, little endian (EN 13757-3). */
function manufacturerBytes(letters: string): Buffer {
  const code = Array.from(letters).reduce((sum, letter) => sum * 32 + letter.charCodeAt(0) - 64, 0);
  return Buffer.of(code & 0xff, code >> 8);
}

/** Manufacturer, number, version, type: the order of the link layer and of the mode 5 vector. */
function linkAddress(address: MeterAddress): Buffer {
  return Buffer.concat([
    manufacturerBytes(address.manufacturer),
    reversedBytes(address.id),
    Buffer.of(address.version, address.deviceType),
  ]);
}

/** An adapter has a number of its own; this one is the meter's, read backwards. */
function adapterAddress(meter: MeterAddress): MeterAddress {
  return { ...meter, id: Array.from(meter.id).toReversed().join(''), version: 1, deviceType: RADIO_ADAPTER };
}

function recordsOf(meter: SimulatedMeter, state: MeterState): Buffer {
  const vif = REGISTER_VIF[meter.kind];
  return Buffer.concat([
    registerRecord(vif, state.current, 0),
    dueDateRecord(state.dueDate),
    registerRecord(vif, state.dueValue, 1),
    clockRecord(state.clock),
  ]);
}

/** Check bytes, records, idle filler up to whole blocks. */
function toPlaintext(records: Buffer): Buffer {
  const content = Buffer.concat([Buffer.of(IDLE, IDLE), records]);
  return Buffer.concat([content, Buffer.alloc(-content.length & (BLOCK_BYTES - 1), IDLE)]);
}

/** The number of encrypted blocks in bits 7 to 4 of the configuration field. */
function blockCount(plaintext: Buffer): number {
  return (plaintext.length / BLOCK_BYTES) << 4;
}

/** The transport header with the meter's address if the link layer carries an adapter's. */
function transportHeader(meter: SimulatedMeter, accessNumber: number, status: number, mode: Buffer): Buffer {
  const { manufacturer, id, version, deviceType } = meter.address;
  const fields = Buffer.concat([Buffer.of(accessNumber, status), mode]);
  if (!usesAdapter(meter)) return Buffer.concat([Buffer.of(CI.tplShort), fields]);
  const address = [reversedBytes(id), manufacturerBytes(manufacturer), Buffer.of(version, deviceType)];
  return Buffer.concat([Buffer.of(CI.tplLong), ...address, fields]);
}

/** Security mode 5 (OMS Vol. 2, 9.1): AES-CBC, the vector made of address and access number. */
function sealMode5(meter: SimulatedMeter, plaintext: Buffer, accessNumber: number, status: number): Buffer {
  const configuration = Buffer.of(blockCount(plaintext), SYNCHRONOUS | 5);
  const iv = Buffer.concat([linkAddress(meter.address), Buffer.alloc(8, accessNumber)]);
  return Buffer.concat([
    transportHeader(meter, accessNumber, status, configuration),
    encryptCbc(meter.key, iv, plaintext),
  ]);
}

/** Security mode 7 (OMS Vol. 2, 9.2; CEN/TR 17167): keys for this one message, and a MAC over all that follows. */
function sealMode7(meter: SimulatedMeter, plaintext: Buffer, counter: number, status: number): Buffer {
  const accessNumber = counter & 0xff;
  const counterBytes = Buffer.alloc(4);
  counterBytes.writeUInt32LE(counter);
  const deriveKey = (purpose: number) =>
    aesCmac(
      meter.key,
      Buffer.concat([Buffer.of(purpose), counterBytes, reversedBytes(meter.address.id), Buffer.alloc(7, 7)]),
    );
  const configuration = Buffer.of(blockCount(plaintext), 7, KDF_A);
  const protectedPart = Buffer.concat([
    transportHeader(meter, accessNumber, status, configuration),
    encryptCbc(deriveKey(0x00), Buffer.alloc(BLOCK_BYTES), plaintext),
  ]);
  const authenticated = Buffer.concat([Buffer.of(AFL.messageControl), counterBytes]);
  const mac = aesCmac(deriveKey(0x01), Buffer.concat([authenticated, protectedPart]));
  return Buffer.concat([
    Buffer.of(CI.ellShort, 0x00, accessNumber),
    Buffer.of(CI.afl, AFL.lengthBytes, ...AFL.control),
    authenticated,
    mac.subarray(0, AFL.macBytes),
    protectedPart,
  ]);
}

/** The frame a meter sends at an instant: link layer to last encrypted block, no CRC. */
export function encodeTelegram(meter: SimulatedMeter, at: Date): Buffer {
  const state = stateAt(meter, at);
  const counter = messageCounterAt(at);
  const status = state.isBatteryLow ? BATTERY_LOW : 0;
  const plaintext = toPlaintext(recordsOf(meter, state));
  const sealed =
    meter.security === 'mode5'
      ? sealMode5(meter, plaintext, counter & 0xff, status)
      : sealMode7(meter, plaintext, counter, status);
  const address = linkAddress(usesAdapter(meter) ? adapterAddress(meter.address) : meter.address);
  const frame = Buffer.concat([Buffer.of(SND_NR), address, sealed]);
  return Buffer.concat([Buffer.of(frame.length), frame]);
}
