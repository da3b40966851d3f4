import { FilePlus2, HardDriveDownload, PackageOpen, Search, Sparkles } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { MeetingSummary } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { today } from '../text/countdown.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'
import { MeetingCard } from './MeetingCard.tsx'
import { RemovedMeetings } from './RemovedMeetings.tsx'
import { inOrder, type LedgerOverview, matches } from './what-is-open.ts'

interface StartPageProps {
  /** Rises when the host says that something changed. */
  version: number
  /** The list is on the screen, or the reason why it is not. */
  onShown(): void
  onOpen(meetingId: string, paperId: string | null): void
  onNew(): void
  onBackups(): void
  /** 导入会议 */
  onImport(): void
  /** 导出会议 */
  onExport(meeting: MeetingSummary): void
  /** What else of the library holds the words typed. */
  results(text: string): ReactNode
  /** ↓ in the box in which somebody searches. */
  onArrowDown(): void
  /** First time on this machine: the sample meeting is offered. */
  isWelcome: boolean
  /** With the sample's id when the user wants to be shown around, with null when not. */
  onWelcome(sampleId: string | null): void
}

export function StartPage({
  version,
  onShown,
  onOpen,
  onNew,
  onBackups,
  onImport,
  onExport,
  results,
  onArrowDown,
  isWelcome,
  onWelcome,
}: StartPageProps) {
  const backend = useBackend()
  const [meetings, setMeetings] = useState<readonly MeetingSummary[] | null>(null)
  const [ledgers, setLedgers] = useState<ReadonlyMap<string, LedgerOverview>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [renaming, setRenaming] = useState<MeetingSummary | null>(null)

  const load = useCallback(async () => {
    try {
      setMeetings(await backend.call('meeting.list', {}))
      setProblem(null)
      const overview = await backend.call('ledger.overview', {}).catch(() => [])
      setLedgers(new Map(overview.map((ledger) => [ledger.meetingId, ledger])))
    } catch (error) {
      setProblem(failureMessage(error))
    }
  }, [backend])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to read again
  useEffect(() => void load(), [load, version])

  const isShown = meetings !== null || problem !== null
  useEffect(() => {
    if (isShown) onShown()
  }, [isShown, onShown])

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await load()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }

  const remove = (meeting: MeetingSummary) =>
    attempt(async () => {
      await backend.call('meeting.remove', { id: meeting.id })
      notify(`“${meeting.title}”已移走。`, {
        action: {
          label: '撤销',
          run: () => void attempt(() => backend.call('meeting.restore', { id: meeting.id })),
        },
      })
    })

  const shown = inOrder(meetings ?? [], today()).filter((meeting) => matches(meeting, search))
  const sample = meetings?.find((meeting) => meeting.sample)
  return (
    <main className="start">
      <header className="start-head">
        <h1>会议</h1>
        <div className="start-search">
          <TextField
            label="找会议"
            hideLabel
            placeholder="找会议、文稿、段落、人名、单位"
            value=""
            onInput={setSearch}
            onArrowDown={onArrowDown}
          >
            <Search aria-hidden className="start-search-icon" />
          </TextField>
        </div>
        <Button look="primary" icon={<FilePlus2 aria-hidden />} onPress={onNew}>
          新建会议
        </Button>
      </header>

      {problem && (
        <div className="banner banner-bad" role="alert">
          <p>{problem}</p>
          <Button size="small" onPress={() => void load()}>
            再试一次
          </Button>
        </div>
      )}

      {isWelcome && sample && (
        <aside className="welcome" aria-label="第一次用">
          <div>
            <h2>第一次用会备？</h2>
            <p>下面有一个示例会议：虚构的县和镇，一篇写得差不多、还留着几处毛病的讲话稿。两分钟看完怎么用。</p>
          </div>
          <Button look="quiet" onPress={() => onWelcome(null)}>
            自己来
          </Button>
          <Button look="primary" onPress={() => onWelcome(sample.id)}>
            带我看看
          </Button>
        </aside>
      )}

      {meetings && (
        <ul className="cards" aria-label="会议列表">
          {shown.map((meeting) => (
            <MeetingCard
              key={meeting.id}
              meeting={meeting}
              ledger={ledgers.get(meeting.id) ?? null}
              onOpen={(paperId) => onOpen(meeting.id, paperId)}
              onRename={() => setRenaming(meeting)}
              onExport={() => onExport(meeting)}
              onRemove={() => void remove(meeting)}
            />
          ))}
        </ul>
      )}
      {results(search)}
      {meetings && shown.length === 0 && !search && (
        <div className="empty">
          <FilePlus2 aria-hidden />
          <p>还没有会议。新建一个，填上知道的情况，文稿就搭好了。</p>
        </div>
      )}

      <footer className="start-foot">
        {meetings && !sample && (
          <Button
            look="quiet"
            icon={<Sparkles aria-hidden />}
            onPress={() => void attempt(() => backend.call('sample.create', {}))}
          >
            放回示例会议
          </Button>
        )}
        <Button look="quiet" icon={<PackageOpen aria-hidden />} onPress={onImport}>
          导入会议…
        </Button>
        <Button look="quiet" icon={<HardDriveDownload aria-hidden />} onPress={onBackups}>
          备份
        </Button>
        <RemovedMeetings version={version} onRestored={() => void load()} />
      </footer>

      {renaming && (
        <RenameDialog
          title={renaming.title}
          onClose={() => setRenaming(null)}
          onRename={(title) => {
            setRenaming(null)
            const { id, revision } = renaming
            void attempt(() => backend.call('meeting.rename', { id, revision, title }))
          }}
        />
      )}
    </main>
  )
}

interface RenameDialogProps {
  title: string
  onClose(): void
  onRename(title: string): void
}

function RenameDialog({ title, onClose, onRename }: RenameDialogProps) {
  const [name, setName] = useState(title)
  const rename = () => name.trim() && onRename(name.trim())
  return (
    <Dialog
      title="改会议名称"
      size="question"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>不改了</Button>
          <Button look="primary" isDisabled={!name.trim()} onPress={rename}>
            改好了
          </Button>
        </>
      }
    >
      <TextField
        label="名称"
        hint="只用在会议列表和窗口上方；文稿里的会议名称在“会议要素”里改。"
        value={title}
        maxLength={200}
        autoFocus
        onInput={setName}
        onEnter={rename}
      />
    </Dialog>
  )
}
