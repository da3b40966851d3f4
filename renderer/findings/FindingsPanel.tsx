import { CircleCheck } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { CheckReport, Finding } from '../../shared/checks/types.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { useSteady } from '../ui/use-steady.ts'
import { FindingItem, type WaiverScope } from './FindingItem.tsx'
import { findingKeys, SEVERITIES, SEVERITY_NAMES } from './finding-names.ts'

interface FindingsPanelProps {
  report: CheckReport
  /** Index of the finding F8 stands on; -1 for none. */
  current: number
  onJump(index: number, range: Range): void
  onFix(finding: Finding): void
  onWaive(finding: Finding, scope: WaiverScope, reason: string): void
  onUnwaive(finding: Finding): void
}

/** 校核: what is wrong or worth a look, the weightiest first. */
export function FindingsPanel({ report, current, onJump, onFix, onWaive, onUnwaive }: FindingsPanelProps) {
  const { findings, waived } = report
  const keys = findingKeys(findings)
  const withFinding = (index: number, run: (finding: Finding) => void) => findings[index] && run(findings[index])
  const act = useSteady({
    jump: (index: number, related?: number) =>
      withFinding(index, (finding) => onJump(index, finding.related?.[related ?? -1] ?? finding)),
    fix: (index: number) => withFinding(index, onFix),
    waive: (index: number, scope: WaiverScope, reason: string) =>
      withFinding(index, (finding) => onWaive(finding, scope, reason)),
  })
  return (
    <div className="findings">
      {findings.length === 0 && (
        <div className="empty">
          <CircleCheck aria-hidden />
          <p>没有发现问题。姓名和数字请再对一遍名册和底稿。</p>
        </div>
      )}
      {SEVERITIES.map((severity) => {
        const own = findings.flatMap((finding, index) => (finding.severity === severity ? [{ finding, index }] : []))
        if (own.length === 0) return null
        return (
          <section key={severity} className="findings-group" aria-label={SEVERITY_NAMES[severity]}>
            <h2 className="group-title group-title-small">
              {SEVERITY_NAMES[severity]}
              <small>{own.length}</small>
            </h2>
            <ul>
              {own.map(({ finding, index }) => (
                <FindingItem
                  key={keys[index]}
                  finding={finding}
                  index={index}
                  isCurrent={index === current}
                  act={act}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {waived.length > 0 && (
        <Disclosure className="findings-waived">
          <Heading level={2}>
            <AriaButton slot="trigger" className="button-link">
              已忽略 {waived.length} 处
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <ul>
              {waived.map((finding) => (
                <li key={`${finding.rule}-${finding.start}`}>
                  <q>{finding.text}</q> {finding.message}
                  <small>
                    理由：{finding.reason}
                    <AriaButton className="button-link" onPress={() => onUnwaive(finding)}>
                      不再忽略
                    </AriaButton>
                  </small>
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      )}
    </div>
  )
}
