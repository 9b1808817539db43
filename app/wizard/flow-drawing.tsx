import type { ReactNode } from "react";
import { lineHeight, type Drawing, type DrawnNode, type DrawnTrunk } from "./drawing-layout.ts";

interface FlowDrawingProps {
  readonly drawing: Drawing;
  readonly title: string;
  readonly description: string;
  /** CSS that the picture carries itself, where it stands alone. */
  readonly styles?: string;
}

/** The picture of a flow: boxes from top to bottom, whose shapes tell what they are. All that it says stands in the table below it, too. */
export function FlowDrawing({ drawing, title, description, styles }: FlowDrawingProps): ReactNode {
  const { width, height, nodes, arrows, trunks, side } = drawing;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="flow"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="_flow-title"
      aria-describedby="_flow-description"
    >
      <title id="_flow-title">{title}</title>
      <desc id="_flow-description">{description}</desc>
      {styles === undefined ? null : <style>{styles}</style>}
      {trunks.map((trunk) => (
        <Trunk key={trunk.from} trunk={trunk} side={side} />
      ))}
      {arrows.map(({ from, to, label, x, top, bottom }) => (
        <g key={from} data-from={from} data-to={to}>
          <path d={`M${String(x)} ${String(top)}V${String(bottom)}m-4.5-6l4.5 6 4.5-6`} />
          {label === "" ? null : (
            <text className="way" x={x + 9} y={bottom - 8}>
              {label}
            </text>
          )}
        </g>
      ))}
      {nodes.map((node) => (
        <Box key={node.id} node={node} />
      ))}
    </svg>
  );
}

const corner = 6;

/** A line at the side: out of its box, down, and an arrow into each box to which it leads; a dot where an arrow leaves and the line goes on. */
function Trunk({ trunk: { from, x, top, branches }, side }: { trunk: DrawnTrunk; side: number }): ReactNode {
  const last = branches.at(-1);
  return (
    <>
      <path d={`M${String(side)} ${String(top)}H${String(x - corner)}q${String(corner)} 0 ${String(corner)} ${String(corner)}`} />
      {last ? <path d={`M${String(x)} ${String(top + corner)}V${String(last.y - corner)}`} /> : null}
      {branches.map((branch) => {
        const { to, label, y } = branch;
        const turn =
          branch === last
            ? `M${String(x)} ${String(y - corner)}q0 ${String(corner)}-${String(corner)} ${String(corner)}`
            : `M${String(x)} ${String(y)}`;
        return (
          <g key={to} data-from={from} data-to={to}>
            <path d={`${turn}H${String(side)}m6-4.5l-6 4.5 6 4.5`} />
            {branch === last ? null : <circle cx={x} cy={y} r="2.6" />}
            {label === "" ? null : (
              <text className="way" x={side + 8} y={y - 4}>
                {label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The outline of a box by its kind: a question has corners, a halt has them cut off, the plan is round and doubled, another wizard has doubled sides. */
export function Outline({ kind, width, height }: Pick<DrawnNode, "kind" | "width" | "height">): ReactNode {
  const [right, bottom] = [width - 1, height];
  switch (kind) {
    case "question":
      return <rect x="1" width={width - 2} height={height} />;
    case "pause":
      return (
        <path
          className="box"
          d={`M11 0H${String(right - 10)}L${String(right)} 10V${String(bottom - 10)}L${String(right - 10)} ${String(bottom)}H11L1 ${String(bottom - 10)}V10Z`}
        />
      );
    case "plan":
      return (
        <>
          <rect x="1" width={width - 2} height={height} rx="17" />
          <rect x="4.5" y="3.5" width={width - 9} height={height - 7} rx="13.5" />
        </>
      );
    case "wizard":
      return (
        <>
          <rect x="1" width={width - 2} height={height} />
          <path d={`M6 0V${String(bottom)}M${String(right - 5)} 0V${String(bottom)}`} />
        </>
      );
  }
}

function Box({ node }: { node: DrawnNode }): ReactNode {
  const { id, kind, number, lines, top, width, height } = node;
  const first = (height - lines.length * lineHeight) / 2 + lineHeight * 0.75;
  return (
    <g data-node={id} transform={`translate(0 ${String(top)})`}>
      <Outline kind={kind} width={width} height={height} />
      {number === null ? null : (
        <text className="number" x="30" y={first}>
          {number}
        </text>
      )}
      {lines.map((line, index) => (
        <text key={line} x={number === null ? 16 : 38} y={first + index * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}
