/** One line of a benchmark. Times in milliseconds. */
export interface Measurement {
  what: string
  median: number
  p95: number
  /** The promise, where there is one: `median` may not be above it, or what `of` names. */
  budget?: number
  of?: 'p95'
}

/** Runs something often, after a warm-up, and takes the middle and the slow end of its times. */
export function measureTime(what: string, run: () => void, options: { runs: number; budget?: number }): Measurement {
  const { runs, budget } = options
  for (let index = 0; index < Math.ceil(runs / 3); index++) run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), ...(budget === undefined ? {} : { budget }) }
}
