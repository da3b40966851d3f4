import { Ellipsis, FileText, Package, Pencil, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { MeetingSummary } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { countdown } from '../text/countdown.ts'
import { dayText, momentText } from '../text/format-time.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { ProgressRing } from '../ui/Progress.tsx'
import { addUp, type LedgerOverview, whatIsOpen, whatLedgerLacks } from './what-is-open.ts'

interface MeetingCardProps {
  meeting: MeetingSummary
  /** Null until it has been counted. */
  ledger: LedgerOverview | null
  onOpen(paperId: string | null): void
  onRename(): void
  onExport(): void
  onRemove(): void
}

export function MeetingCard({ meeting, ledger, onOpen, onRename, onExport, onRemove }: MeetingCardProps) {
  const progress = addUp(meeting.papers)
  const open = [...whatIsOpen(progress), ...(ledger ? whatLedgerLacks(ledger) : [])]
  const left = countdown(meeting.date)
  return (
    <li className="card" data-urgency={left.urgency}>
      <ProgressRing done={progress.covered} total={progress.required} label="必备要点已写" />
      <div className="card-main">
        <h2>
          <AriaButton className="card-title" onPress={() => onOpen(null)}>
            {meeting.title || '未命名会议'}
          </AriaButton>
          {meeting.sample && <span className="tag tag-accent">示例</span>}
        </h2>
        <p className="card-facts">
          <span className="card-countdown" data-urgency={left.urgency}>
            {left.text}
          </span>
          {meeting.date && <span>{dayText(meeting.date)}</span>}
          {meeting.unit && <span>{meeting.unit}</span>}
        </p>
        <ul className="card-papers">
          {meeting.papers.map((paper) => (
            <li key={paper.id}>
              <AriaButton className="card-paper" onPress={() => onOpen(paper.id)}>
                <FileText aria-hidden />
                <span>{PAPER_KIND_NAMES[paper.kind]}</span>
                <small>
                  {paper.characters === 0 ? '还没写' : `${paper.characters.toLocaleString('zh-CN')} 字`}
                  {paper.requiredPoints > 0 && ` · 必备 ${paper.coveredPoints}/${paper.requiredPoints}`}
                </small>
              </AriaButton>
            </li>
          ))}
        </ul>
        <p className="card-open">
          {open.length > 0
            ? open.map((text) => (
                <span key={text} className="tag tag-care">
                  {text}
                </span>
              ))
            : progress.required > 0 && <span className="tag tag-good">要点齐了</span>}
          <small>改于 {momentText(meeting.updated)}</small>
        </p>
      </div>
      <MenuButton
        label={`${meeting.title}：更多`}
        iconOnly
        look="quiet"
        icon={<Ellipsis aria-hidden />}
        entries={[
          { id: 'rename', label: '改名称', icon: <Pencil aria-hidden />, run: onRename },
          {
            id: 'export',
            label: '导出会议…',
            note: '装进一个文件，给另一台电脑',
            icon: <Package aria-hidden />,
            run: onExport,
          },
          {
            id: 'remove',
            label: '移走',
            note: '可以在“最近移走”里找回',
            icon: <Trash2 aria-hidden />,
            isDangerous: true,
            run: onRemove,
          },
        ]}
      />
    </li>
  )
}
