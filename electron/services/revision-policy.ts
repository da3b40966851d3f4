const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When the program keeps a version by itself, and for how long. Named versions stay for ever. */
export const REVISION_POLICY = {
  /** At most one this often. */
  every: 5 * MINUTE,
  /** All of them stay this long, … */
  keepAll: HOUR,
  /** … then the last of every hour this long, then the last of every day. */
  keepHourly: 24 * HOUR,
}

interface Dated {
  id: string
  name: string
  /** ISO 8601 */
  written: string
}

/** The versions that may go by the policy, from a list newest first. */
export function surplusRevisions<R extends Dated>(newestFirst: readonly R[], now: Date): R[] {
  const taken = new Set<string>()
  return newestFirst.filter(({ name, written }) => {
    const time = new Date(written)
    const age = now.getTime() - time.getTime()
    if (name !== '' || age <= REVISION_POLICY.keepAll) return false
    const day = `${time.getFullYear()}-${time.getMonth()}-${time.getDate()}`
    const slot = age <= REVISION_POLICY.keepHourly ? `${day} ${time.getHours()}` : day
    if (taken.has(slot)) return true
    taken.add(slot)
    return false
  })
}
