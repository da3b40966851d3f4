import { Button as AriaButton } from 'react-aria-components'
import type { Checked } from './use-checks.ts'

interface StatusBarProps {
  checked: Checked | null
  page: { at: number; of: number } | null
  missing: number
  onOpenFacts(): void
  onMissing(): void
  onFindings(): void
}

const minuteText = ({ min, max }: { min: number; max: number }): string => {
  const [low, high] = [Math.round(min), Math.round(max)]
  return low === high ? `约 ${high} 分钟` : `约 ${low}–${high} 分钟`
}

export function StatusBar({ checked, page, missing, onOpenFacts, onMissing, onFindings }: StatusBarProps) {
  if (!checked) return <footer className="status" />
  const { report, view } = checked
  const isSpoken = report.characters > 0
  return (
    <footer className="status">
      <span>{report.characters.toLocaleString('zh-CN')} 字</span>
      {isSpoken && <span>{minuteText(report.minutes)}</span>}
      {page && (
        <span>
          第 {page.at} 页，共 {page.of} 页
        </span>
      )}
      <AriaButton className="status-count" data-open={view.openFacts.length > 0 ? '' : undefined} onPress={onOpenFacts}>
        待填 {view.openFacts.length}
      </AriaButton>
      {report.points.length > 0 && (
        <AriaButton className="status-count" data-open={missing > 0 ? '' : undefined} onPress={onMissing}>
          必备要点缺 {missing}
        </AriaButton>
      )}
      <AriaButton className="status-count" data-open={report.findings.length > 0 ? '' : undefined} onPress={onFindings}>
        校核 {report.findings.length}
      </AriaButton>
    </footer>
  )
}
