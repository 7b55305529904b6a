/** The meters behind one user's consumption. */
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { formatDate } from '#shared/text/format.ts';
import { heading, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry } from '../model/table.ts';
import { DEVICE_COLUMNS, deviceCells } from '../statement/devices-table.ts';
import { estimateNotice } from '../statement/estimate-notice.ts';
import { deviceUses } from '../statement/device-uses.ts';
import { hasWholePeriod, type TenantView } from '../statement/statement-input.ts';

const { devices: text } = DERIVATION_TEXT;

/** Readings, factors and consumptions; nothing where a case states consumptions without meters. */
export function devicesSection(view: TenantView): Block[] {
  const { input, user } = view;
  const days = { from: user.from, to: user.to };
  const uses = [user.heatingConsumption, user.hotWaterConsumption].flatMap(({ figure }) =>
    deviceUses(input.bill.figures, figure),
  );
  const estimates = input.bill.estimates.filter((estimate) => estimate.unit === user.unit);
  const notice = estimateNotice(estimates, input);
  if (uses.length === 0) return notice;
  return [
    heading(text.heading),
    tableBlock({
      name: text.name,
      columns: DEVICE_COLUMNS,
      rows: uses.map((use) => entry(...deviceCells(use, days, input))),
    }),
    ...remarksOf(view, uses).map(smallPrint),
    ...notice,
  ];
}

function remarksOf(view: TenantView, uses: ReturnType<typeof deviceUses>): string[] {
  const { input, user } = view;
  const isEstimated = uses.some((use) => use.isEstimated);
  const isByTime = uses.some((use) => use.isPartByTime);
  const isInterim = !hasWholePeriod(view) && !isByTime;
  const changedOn = user.to === input.bill.period.to ? user.from : user.to;
  return [
    isEstimated ? text.estimated : [],
    isInterim ? text.interim(formatDate(changedOn)) : [],
    isByTime ? text.byTime : [],
  ].flat();
}
