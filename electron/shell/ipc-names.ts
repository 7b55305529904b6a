/** The two IPC names there are. Main process and preload must agree on them, and nothing else may use IPC. */

/** A question of the page: channel of the contract, then its arguments. */
export const ASK = 'office.ask';

/** An event of the office on its way to the page. */
export const EVENT = 'office.event';
