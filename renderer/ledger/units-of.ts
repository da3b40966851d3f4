import type { Person } from '../../shared/model/meeting.ts'
import { type Ledger, namesIn } from '../../shared/model/rectification/ledger.ts'

/** Units to choose from: those of the roster by rank, then those that stand in the ledger, the most used first. */
export function unitsOf(people: readonly Pick<Person, 'organization'>[], ledger: Ledger): string[] {
  const uses = new Map<string, number>()
  for (const { measures } of ledger)
    for (const { leadUnit, cooperatingUnits } of measures)
      for (const unit of [...namesIn(leadUnit), ...namesIn(cooperatingUnits)]) uses.set(unit, (uses.get(unit) ?? 0) + 1)
  const used = [...uses].sort((a, b) => b[1] - a[1]).map(([unit]) => unit)
  return [...new Set([...people.map(({ organization }) => organization.trim()).filter(Boolean), ...used])]
}
