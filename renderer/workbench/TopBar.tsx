import {
  ArrowLeft,
  Download,
  FileDown,
  Files,
  FileUp,
  ListChecks,
  Package,
  PanelLeft,
  PanelRight,
  Printer,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { programAction, shortcutText } from '../../shared/contract/program-actions.ts'
import { countdown } from '../text/countdown.ts'
import { dayText } from '../text/format-time.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { PaperSession } from './paper-session.ts'
import { SaveIndicator } from './SaveIndicator.tsx'
import type { DeliveryPurpose } from './use-delivery.ts'

interface TopBarProps {
  meeting: Meeting
  /** Day of the meeting, or null while open. */
  date: string | null
  time: string | null
  paper: PaperSession | null
  tools: ReactNode
  onLeave(): void
  onDeliver(purpose: DeliveryPurpose): void
  onHandouts(): void
  onReadBack(): void
  onExportMeeting(): void
  onTogglePane(pane: 'left' | 'right'): void
}

export function TopBar({
  meeting,
  date,
  time,
  paper,
  tools,
  onLeave,
  onDeliver,
  onHandouts,
  onReadBack,
  onExportMeeting,
  onTogglePane,
}: TopBarProps) {
  const left = countdown(date)
  return (
    <header className="topbar" data-pane="">
      <IconButton label="回到会议列表" icon={<ArrowLeft aria-hidden />} onPress={onLeave} />
      <div className="topbar-title">
        <h1>{meeting.title || '未命名会议'}</h1>
        {meeting.sample && <span className="tag tag-accent">示例</span>}
        <p>
          {date && <span>{[dayText(date), time].filter(Boolean).join(' ')}</span>}
          <span className="card-countdown" data-urgency={left.urgency}>
            {left.text}
          </span>
        </p>
      </div>
      {paper && <SaveIndicator session={paper} />}
      <div className="topbar-tools" data-tour="deliver">
        <MenuButton
          label="导出"
          icon={<Download aria-hidden />}
          look="primary"
          entries={[
            {
              id: 'standard',
              label: 'Word 标准稿',
              note: 'A4，每页 22 行、每行 28 字',
              icon: <FileDown aria-hidden />,
              run: () => onDeliver('docx-standard'),
            },
            {
              id: 'podium',
              label: 'Word 大字稿',
              note: '上台念的，字大行疏',
              icon: <FileDown aria-hidden />,
              run: () => onDeliver('docx-podium'),
            },
            {
              id: 'handouts',
              label: '会议材料…',
              note: '签到表、桌签、名单、分工表，整包导出或打印',
              icon: <Files aria-hidden />,
              startsGroup: true,
              run: onHandouts,
            },
            {
              id: 'read-back',
              label: '读回修改稿…',
              note: '领导在 Word 或 WPS 里改过的，逐处决定采不采纳',
              icon: <FileUp aria-hidden />,
              run: onReadBack,
            },
            {
              id: 'meeting',
              label: '导出会议…',
              note: '整个会议装进一个文件，给另一台电脑上的会备',
              icon: <Package aria-hidden />,
              startsGroup: true,
              run: onExportMeeting,
            },
          ]}
        />
        <MenuButton
          label="打印"
          icon={<Printer aria-hidden />}
          entries={[
            {
              id: 'print',
              label: '打印和预览',
              shortcut: shortcutText(programAction('print')),
              icon: <Printer aria-hidden />,
              run: () => onDeliver('print'),
            },
            { id: 'check', label: '交稿检查', icon: <ListChecks aria-hidden />, run: () => onDeliver('check') },
          ]}
        />
      </div>
      <IconButton label="左栏：文稿和提纲" icon={<PanelLeft aria-hidden />} onPress={() => onTogglePane('left')} />
      <IconButton
        label="右栏：要点、校核、要素、版本"
        icon={<PanelRight aria-hidden />}
        onPress={() => onTogglePane('right')}
      />
      {tools}
    </header>
  )
}
