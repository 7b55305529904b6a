/** Notices what opening and saving in Excel does to a key list: long digits become 1,23457E+31, leading zeros go. */

/** A hexadecimal key of digits and one E is a number to Excel, and a serial number always is. */
const ROUNDED_NUMBER = /^[+-]?\d([.,]\d+)?E\+?\d+$/i;
const SHORTENED_SERIAL = /^\d{5,7}$/;

/** Whether a cell is a number that Excel has rounded. */
export function isRoundedNumber(text: string): boolean {
  return ROUNDED_NUMBER.test(text.trim());
}

/**
 * Whether a list has been through Excel: a rounded key or serial number, or serial numbers of fewer than eight digits
 * while not one has kept a leading zero. A single short number among whole ones is a slip of its row.
 */
export function isDamagedByExcel(serials: readonly string[], keys: readonly string[]): boolean {
  if ([...serials, ...keys].some(isRoundedNumber)) return true;
  const isShortened = serials.some((serial) => SHORTENED_SERIAL.test(serial.trim()));
  return isShortened && !serials.some((serial) => /^0\d{7}$/.test(serial.trim()));
}
