import type { Finding, FindingFamily, Severity } from '../../shared/checks/types.ts'

export const SEVERITY_NAMES: Record<Severity, string> = { error: '差错', warning: '要看一眼', hint: '供参考' }
export const SEVERITIES = ['error', 'warning', 'hint'] as const satisfies readonly Severity[]

export const FAMILY_NAMES: Record<FindingFamily, string> = {
  leftover: '残留',
  consistency: '前后一致',
  wording: '提法',
  language: '语言',
  form: '格式',
}

export const WAIVER_SCOPES = [
  { id: 'paper', label: '只这一处' },
  { id: 'meeting', label: '这次会议' },
  { id: 'office', label: '本单位以后都不提' },
] as const

/** A name for a finding that stays the same while the text around it changes: rule, quote, and which of them it is. */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const base = `${finding.rule}|${finding.text}`
    const count = seen.get(base) ?? 0
    seen.set(base, count + 1)
    return `${base}|${count}`
  })
}

/** The finding that F8 (1) or Shift+F8 (-1) goes to from an offset; the ends join. -1 where there is none. */
export function nextFinding(findings: readonly Finding[], caret: number, direction: 1 | -1): number {
  if (findings.length === 0) return -1
  const order = findings.map((_, index) => index).sort((a, b) => (findings[a]?.start ?? 0) - (findings[b]?.start ?? 0))
  const at = (index: number | undefined) => findings[index ?? -1]?.start ?? 0
  const found =
    direction === 1 ? order.find((index) => at(index) > caret) : order.findLast((index) => at(index) < caret)
  return found ?? (direction === 1 ? order[0] : order.at(-1)) ?? -1
}
