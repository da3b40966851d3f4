import { VERSION_POLICY } from '../../shared/model/version-policy.ts'

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
    if (name !== '' || age <= VERSION_POLICY.keepAll) return false
    const day = `${time.getFullYear()}-${time.getMonth()}-${time.getDate()}`
    const slot = age <= VERSION_POLICY.keepHourly ? `${day} ${time.getHours()}` : day
    if (taken.has(slot)) return true
    taken.add(slot)
    return false
  })
}
