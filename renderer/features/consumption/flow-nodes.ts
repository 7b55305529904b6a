/** The nodes of the energy flows: their names, columns and colours. Pure. */
import type { EnergyFlows } from '#shared/contract/consumption.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { DiagramNode } from '../../ui/chart/flow-diagram.tsx';

/** From left to right: what went in, the plant, heating and hot water, where it ended. */
const COLUMNS: Readonly<Record<string, number>> = {
  fuel: 0,
  unexplainedInput: 0,
  plant: 1,
  hotWater: 2,
  heating: 2,
  unexplained: 2,
};
const LEAVES = 3;

export function nameOfNode(text: Dictionary, { names, isFuelKnown }: EnergyFlows, id: string): string {
  const words = text.consumption.flowNodes;
  if (id === 'fuel') return isFuelKnown ? words.fuel : words.measured;
  if (id in words) return words[id as keyof typeof words];
  const [, leaf = ''] = id.split(':');
  if (leaf === 'house' || leaf === 'others' || leaf === 'untold') return words[leaf];
  return names[id] || text.consumption.noRoom;
}

function toneOf(id: string): DiagramNode['tone'] {
  if (id.startsWith('unexplained')) return 'rest';
  if (id.startsWith('heating')) return 'heat';
  return id.startsWith('hotWater') ? 'hotWater' : 'plain';
}

/** Every node once, in the order in which the flows name them. */
export function nodesOf(text: Dictionary, flows: EnergyFlows): DiagramNode[] {
  const ids = new Set(flows.flows.flatMap(({ from, to }) => [from, to]));
  return [...ids].map((id) => ({
    id,
    column: COLUMNS[id] ?? LEAVES,
    name: nameOfNode(text, flows, id),
    tone: toneOf(id),
  }));
}
