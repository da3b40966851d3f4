interface ProgressProps {
  done: number
  total: number
  /** What is counted: 必备要点已写. */
  label: string
}

const share = (done: number, total: number): number => (total === 0 ? 0 : Math.min(done / total, 1))

export function ProgressBar({ done, total, label }: ProgressProps) {
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} / ${total}`}
      data-complete={total > 0 && done >= total ? '' : undefined}
    >
      <div style={{ inlineSize: `${share(done, total) * 100}%` }} />
    </div>
  )
}

const RADIUS = 20
const LENGTH = 2 * Math.PI * RADIUS

export function ProgressRing({ done, total, label }: ProgressProps) {
  return (
    <div
      className="progress-ring"
      role="img"
      aria-label={`${label} ${done} / ${total}`}
      data-complete={total > 0 && done >= total ? '' : undefined}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r={RADIUS} className="progress-ring-track" />
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          className="progress-ring-done"
          strokeDasharray={`${share(done, total) * LENGTH} ${LENGTH}`}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span aria-hidden="true">
        {done}
        <small>/{total}</small>
      </span>
    </div>
  )
}
