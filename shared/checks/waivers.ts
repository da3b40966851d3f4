import type { Waiver } from '../model/meeting.ts'
import type { Settings } from '../model/settings.ts'
import type { CheckReport, Finding } from './types.ts'

/**
 * Parts what stands from what somebody chose to leave. A waiver with an empty quote leaves every finding of its rule;
 * a rule silenced by the office is left everywhere.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  silencedRules: Settings['silencedRules'],
): Pick<CheckReport, 'findings' | 'waived'> {
  const standing: Finding[] = []
  const waived: CheckReport['waived'] = []
  for (const finding of findings) {
    const waiver = waivers.find(({ rule, quote }) => rule === finding.rule && (quote === '' || quote === finding.text))
    const reason =
      waiver?.reason ?? (Object.hasOwn(silencedRules, finding.rule) ? silencedRules[finding.rule] : undefined)
    if (reason === undefined) standing.push(finding)
    else waived.push({ ...finding, reason })
  }
  return { findings: standing, waived }
}
