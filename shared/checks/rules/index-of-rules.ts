import type { CheckContext } from '../context.ts'
import type { Finding } from '../types.ts'
import { consistencyRules } from './consistency/consistency-rules.ts'
import { createFaultFinder } from './fault-finder.ts'
import { formRules } from './form/form-rules.ts'
import { languageRules } from './language/language-rules.ts'
import { leftoverRules } from './leftover/leftover-rules.ts'
import { perPack, type Rule } from './rule.ts'
import { wordingRules } from './wording/wording-rules.ts'

/** Every fault rule, family by family. */
export const rules: readonly Rule[] = [
  ...leftoverRules,
  ...consistencyRules,
  ...wordingRules,
  ...languageRules,
  ...formRules,
]

const finders = perPack(() => createFaultFinder(rules))

/** Everything the fault rules find in a paper, in no particular order. */
export function findFaults(context: CheckContext): Finding[] {
  const findings = finders(context)(context)
  const better = findings.filter(({ rule }) => TELLING.has(rule))
  return findings.filter((finding) => !isToldBetter(finding, better))
}

/** Rules that may hit upon the same slip: the first of a pair tells it better. */
const TELLS_MORE: readonly (readonly [string, string])[] = [
  ['language/confused-word', 'language/slip'],
  ['language/mangled-phrase', 'language/slip'],
  ['language/misquoted', 'language/slip'],
  ['consistency/misspelt-name', 'language/slip'],
  ['language/confused-word', 'language/mangled-phrase'],
  ['language/misquoted', 'language/mangled-phrase'],
  ['consistency/wrong-post', 'consistency/other-group'],
  ['consistency/party-organ', 'wording/missing-body'],
  ['consistency/impossible-date', 'consistency/past-deadline'],
  ['form/half-width', 'form/quote-pairs'],
  ['form/marker-form', 'form/half-width'],
]

const TELLING = new Set(TELLS_MORE.map(([better]) => better))
const BETTER_RULES = new Map<string, Set<string>>()
for (const [better, rule] of TELLS_MORE) BETTER_RULES.set(rule, (BETTER_RULES.get(rule) ?? new Set()).add(better))

function isToldBetter(finding: Finding, findings: readonly Finding[]): boolean {
  const better = BETTER_RULES.get(finding.rule)
  return (
    better !== undefined &&
    findings.some(({ rule, start, end }) => better.has(rule) && start < finding.end && finding.start < end)
  )
}
