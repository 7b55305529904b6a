/** How far a long work is; spoken every ten per cent, not at every step. */
import { Label, ProgressBar } from 'react-aria-components';

interface ProgressProps {
  readonly label: string;
  /** 0 to 100, or null when nobody knows how much is left. */
  readonly percent: number | null;
  /** The figures beside the bar, such as `312 von 500`. */
  readonly figures?: string;
}

export function Progress({ label, percent, figures }: ProgressProps) {
  const spoken = percent === null ? null : Math.floor(percent / 10) * 10;
  return (
    <>
      <ProgressBar
        className="progress"
        value={percent ?? 0}
        isIndeterminate={percent === null}
        data-indeterminate={percent === null ? '' : undefined}
      >
        {({ percentage }) => (
          <>
            <div className="progress-head">
              <Label>{label}</Label>
              <span className="muted">{figures}</span>
            </div>
            <div className="progress-track">
              <div
                className="progress-fill"
                style={percentage === undefined ? {} : { width: `${percentage}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      <span className="visually-hidden" role="status">
        {spoken === null ? '' : `${label}: ${spoken} %`}
      </span>
    </>
  );
}
