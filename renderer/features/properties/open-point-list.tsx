/** What is still missing for billing, each with the way to where it is cured. */
import { useNavigate } from '@tanstack/react-router';
import type { OpenPoint } from '#shared/contract/properties.ts';
import { placeOf } from '../../lib/places.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

interface OpenPointListProps {
  readonly points: readonly OpenPoint[];
  /** Called when the user follows a point, such as to close a dialog. */
  readonly onLeave?: () => void;
}

export function OpenPointList({ points, onLeave }: OpenPointListProps) {
  const text = useText();
  if (points.length === 0)
    return (
      <StatusMark shape="full" tone="good">
        {text.properties.complete}
      </StatusMark>
    );
  return (
    <ul className="points">
      {points.map((point) => (
        <OpenPointLine key={`${point.code}.${point.message}`} point={point} onLeave={onLeave} />
      ))}
    </ul>
  );
}

interface OpenPointLineProps {
  readonly point: OpenPoint;
  readonly onLeave: (() => void) | undefined;
}

function OpenPointLine({ point, onLeave }: OpenPointLineProps) {
  const text = useText();
  const navigate = useNavigate();
  const place = point.subject === null ? null : placeOf(point.subject);
  const blocks = point.severity === 'blocks';
  return (
    <li className="point">
      <StatusMark shape={blocks ? 'square' : 'triangle'} tone={blocks ? 'wrong' : 'check'}>
        {blocks ? text.properties.blocks : text.properties.warns}
      </StatusMark>
      <span>{point.message}</span>
      {place === null ? null : (
        <LinkButton
          onPress={() => {
            onLeave?.();
            void navigate(place);
          }}
        >
          {text.review.goThere}
        </LinkButton>
      )}
    </li>
  );
}
