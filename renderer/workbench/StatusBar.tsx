import { ZoomIn, ZoomOut } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Checked } from './use-checks.ts'
import { chooseZoom, nextZoom, SHEET_ZOOMS } from './use-paper-zoom.ts'

interface StatusBarProps {
  checked: Checked | null
  page: { at: number; of: number } | null
  missing: number
  /** How large the sheet is drawn; 1 is the printed size. */
  zoom: number
  onOpenFacts(): void
  onMissing(): void
  onFindings(): void
}

const minuteText = ({ min, max }: { min: number; max: number }): string => {
  const [low, high] = [Math.round(min), Math.round(max)]
  return low === high ? `约 ${high} 分钟` : `约 ${low}–${high} 分钟`
}

export function StatusBar({ checked, page, missing, zoom, onOpenFacts, onMissing, onFindings }: StatusBarProps) {
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
      <SheetZoom zoom={zoom} />
    </footer>
  )
}

function SheetZoom({ zoom }: { zoom: number }) {
  const percent = Math.round(zoom * 100)
  return (
    <fieldset className="status-zoom" aria-label="文稿显示大小">
      <AriaButton
        aria-label="缩小"
        aria-keyshortcuts="Control+-"
        isDisabled={percent <= SHEET_ZOOMS[0]}
        onPress={() => chooseZoom(nextZoom(zoom, -1))}
      >
        <ZoomOut aria-hidden />
      </AriaButton>
      <AriaButton
        aria-label={`${percent}%，换成合适大小`}
        aria-keyshortcuts="Control+0"
        onPress={() => chooseZoom(null)}
      >
        {percent}%
      </AriaButton>
      <AriaButton
        aria-label="放大"
        aria-keyshortcuts="Control+="
        isDisabled={percent >= (SHEET_ZOOMS.at(-1) ?? percent)}
        onPress={() => chooseZoom(nextZoom(zoom, 1))}
      >
        <ZoomIn aria-hidden />
      </AriaButton>
    </fieldset>
  )
}
