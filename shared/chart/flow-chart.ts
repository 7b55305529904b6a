/** Geometry of a flow chart (Sankey): nodes in columns, bands as wide as what flows. */

export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

export interface FlowNode {
  readonly id: string;
  /** Counts from 0 at the left. */
  readonly column: number;
}

/** The room the chart has, in the painter's own unit. */
export interface FlowRoom {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  /** Free space between two nodes of a column: a name must fit beside the smallest. */
  readonly gap: number;
  /** Right of the last column, for its names. */
  readonly labelWidth: number;
}

export interface PlacedNode {
  readonly id: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly value: number;
}

export interface PlacedBand extends FlowBand {
  readonly x0: number;
  readonly x1: number;
  /** Upper edge at the left and at the right. */
  readonly y0: number;
  readonly y1: number;
  readonly height: number;
}

export interface FlowGeometry {
  readonly nodes: readonly PlacedNode[];
  readonly bands: readonly PlacedBand[];
}

/** A node is as high as the larger of what arrives and what leaves. */
function valueOf(id: string, bands: readonly FlowBand[]): number {
  const arriving = bands.filter(({ to }) => to === id).reduce((total, { value }) => total + value, 0);
  const leaving = bands.filter(({ from }) => from === id).reduce((total, { value }) => total + value, 0);
  return Math.max(arriving, leaving);
}

/** Lays out the flows; nodes stand in the order they are given, bands leave and arrive in it. */
export function layFlows(
  nodes: readonly FlowNode[],
  bands: readonly FlowBand[],
  room: FlowRoom,
): FlowGeometry {
  const columns = Math.max(...nodes.map(({ column }) => column), 0) + 1;
  const sizes = new Map(nodes.map(({ id }) => [id, valueOf(id, bands)]));
  const byColumn = Map.groupBy(nodes, ({ column }) => column);
  const scale = Math.min(
    ...[...byColumn.values()].map((own) => {
      const total = own.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0);
      return total > 0 ? Math.max(0, room.height - room.gap * (own.length - 1)) / total : Infinity;
    }),
  );
  const step = columns > 1 ? (room.width - room.labelWidth - room.nodeWidth) / (columns - 1) : 0;
  const placed = [...byColumn].flatMap(([column, own]) => {
    let y = 0;
    return own.map(({ id }): PlacedNode => {
      const value = sizes.get(id) ?? 0;
      const height = Number.isFinite(scale) ? value * scale : 0;
      const node = { id, column, x: column * step, y, width: room.nodeWidth, height, value };
      y += height + room.gap;
      return node;
    });
  });
  return { nodes: placed, bands: layBands(placed, bands, Number.isFinite(scale) ? scale : 0) };
}

function layBands(nodes: readonly PlacedNode[], bands: readonly FlowBand[], scale: number): PlacedBand[] {
  const places = new Map(nodes.map((node) => [node.id, node]));
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const sorted = bands.toSorted(
    (a, b) =>
      (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0) || (order.get(a.to) ?? 0) - (order.get(b.to) ?? 0),
  );
  return sorted.flatMap((band) => {
    const [from, to] = [places.get(band.from), places.get(band.to)];
    if (!from || !to) return [];
    const [left, right] = [used.from.get(from.id) ?? 0, used.to.get(to.id) ?? 0];
    const height = band.value * scale;
    used.from.set(from.id, left + height);
    used.to.set(to.id, right + height);
    return [{ ...band, x0: from.x + from.width, x1: to.x, y0: from.y + left, y1: to.y + right, height }];
  });
}

/** The outline of a band as an SVG path: two curves that leave and arrive level. */
export function bandPath({ x0, x1, y0, y1, height }: PlacedBand): string {
  const middle = (x0 + x1) / 2;
  return (
    `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}` +
    `V${y1 + height}C${middle} ${y1 + height} ${middle} ${y0 + height} ${x0} ${y0 + height}Z`
  );
}
