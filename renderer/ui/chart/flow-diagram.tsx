/** Paints energy flows as SVG: nodes from left to right, bands as wide as what flows, each with its name and number. */
import { useRef } from 'react';
import { bandPath, layFlows, type FlowBand, type FlowNode } from '#shared/chart/flow-chart.ts';
import { Picture, usePictureWidth } from './picture.tsx';

export interface DiagramNode extends FlowNode {
  readonly name: string;
  readonly tone: 'plain' | 'heat' | 'hotWater' | 'rest';
}

interface FlowDiagramProps {
  readonly name: string;
  readonly nodes: readonly DiagramNode[];
  readonly bands: readonly FlowBand[];
  readonly writeValue: (value: number) => string;
}

const NODE_WIDTH = 10;
const GAP = 22;
const LABELS = 240;
const LEAST_HEIGHT = 260;
const LEAST_WIDTH = 640;
const ROW = 34;
const HEAD = 14;

export function FlowDiagram({ name, nodes, bands, writeValue }: FlowDiagramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = usePictureWidth(frame, LEAST_WIDTH);
  const rows = Math.max(
    ...[...Map.groupBy(nodes, ({ column }) => column).values()].map((own) => own.length),
    1,
  );
  const height = Math.max(LEAST_HEIGHT, rows * ROW);
  const geometry = layFlows(nodes, bands, {
    width,
    height,
    nodeWidth: NODE_WIDTH,
    gap: GAP,
    labelWidth: LABELS,
  });
  const known = new Map(nodes.map((node) => [node.id, node]));
  return (
    <div className="chart" ref={frame}>
      <Picture name={name} width={width} height={height + HEAD} head={HEAD}>
        {geometry.bands.map((band) => (
          <path
            key={`${band.from}.${band.to}`}
            className="chart-band"
            data-tone={known.get(band.to)?.tone}
            d={bandPath(band)}
          >
            <title>{`${known.get(band.from)?.name} → ${known.get(band.to)?.name}: ${writeValue(band.value)}`}</title>
          </path>
        ))}
        {geometry.nodes.map((node) => (
          <g key={node.id}>
            <rect
              className="chart-node"
              data-tone={known.get(node.id)?.tone}
              x={node.x}
              y={node.y}
              width={node.width}
              height={Math.max(1, node.height)}
            />
            <text
              className="chart-words"
              data-halo=""
              x={node.x + NODE_WIDTH + 6}
              y={node.y + node.height / 2 + 4}
            >
              <tspan data-strong="">{known.get(node.id)?.name}</tspan> {writeValue(node.value)}
            </text>
          </g>
        ))}
      </Picture>
    </div>
  );
}
