import { FileDown, FolderDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Meeting } from '../../shared/contract/data.ts'
import { agendaMinutes } from '../../shared/model/rectification/agenda.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { useHost } from '../backend/use-host.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { TextField } from '../ui/TextField.tsx'
import { loadPrint, loadWord, type PrintContent } from './gather.ts'
import { type Material, materialsOf } from './materials.ts'
import { copiesFrom, keepAbsent, keepCopies, readAbsent, readCopies } from './pack-memory.ts'
import { useAgenda } from './use-agenda.ts'
import { useMaking } from './use-making.ts'
import './handouts.css'

export interface PackPrint {
  jobs: { id: string; label: string; copies: number; content: PrintContent }[]
  bothSides: boolean
}

interface HandoutsDialogProps {
  meeting: Meeting
  /** Writes what was typed so far; false when that failed. */
  flush(): Promise<boolean>
  /** Gives a file to the user; false when he gave up. @throws Failure */
  onFile(file: { fileName: string; bytes: string }): Promise<boolean>
  onPrint(print: PackPrint): void
  onClose(): void
}

/** What lies in the folder now; a file that was there before kept its name and its place. */
function folderText(folder: string, files: readonly { fileName: string; isRenamed: boolean }[]): string {
  const renamed = files.filter(({ isRenamed }) => isRenamed).map(({ fileName }) => `“${fileName}”`)
  const before = renamed.length > 0 ? `文件夹里原有的同名文件没有动，新的叫${renamed.join('、')}。` : ''
  return `“${folder}”里写好了 ${files.length} 个 Word 文件。${before}`
}

/** 会议材料: what to make, how often, for whom; then as Word files in one package or in one print run. */
export function HandoutsDialog({ meeting, flush, onFile, onPrint, onClose }: HandoutsDialogProps) {
  const backend = useBackend()
  const [copies, setCopies] = useState(readCopies)
  const [absent, setAbsent] = useState(() => readAbsent(meeting.id))
  const [bothSides, setBothSides] = useState(true)
  const { running, said, setSaid, ready, run, stop } = useMaking(flush)
  const host = useHost()

  const agenda = useAgenda(meeting.id)
  const materials = materialsOf(meeting, agenda)
  const count = ({ id }: Material) => copies[id] ?? 1
  const chosen = materials.filter((material) => count(material) > 0)
  const request = { backend, meetingId: meeting.id, absent }

  const setCount = (id: string, number: number) => {
    const next = { ...copies, [id]: number }
    setCopies(next)
    keepCopies(next)
  }
  const setComing = (id: string, comes: boolean) => {
    const next = comes ? absent.filter((other) => other !== id) : [...absent, id]
    setAbsent(next)
    keepAbsent(meeting.id, next)
  }

  const makePackage = () =>
    run({
      materials: chosen,
      load: (material) => loadWord(request, material),
      use: async (files) => {
        const packed = await backend.call('file.zip', { fileName: `${meeting.title || '会议'}材料包`, files })
        if (!(await onFile(packed))) return null
        return { tone: 'good', text: `已生成“${packed.fileName}”，里面有 ${files.length} 个 Word 文件。` }
      },
      left: () => '没有生成任何文件。',
    })
  const writeIntoFolder = async () => {
    try {
      const { folder } = await backend.call('folder.choose', {})
      if (!folder) return
      await run({
        materials: chosen,
        load: async (material) => {
          const file = await loadWord(request, material)
          const { fileName } = await backend.call('folder.write', { folderId: folder.id, ...file })
          return { fileName, isRenamed: fileName !== file.fileName }
        },
        use: async (files) => ({ tone: 'good', text: folderText(folder.name, files), folderId: folder.id }),
        left: (done) => `已写好的 ${done} 个 Word 文件在“${folder.name}”里，都是完整的。`,
      })
    } catch (error) {
      setSaid({ tone: 'bad', text: failureMessage(error) })
    }
  }
  const showFolder = (folderId: string) =>
    backend.call('folder.show', { folderId }).catch((error) => setSaid({ tone: 'bad', text: failureMessage(error) }))
  const makeOne = (material: Material) => async () => {
    try {
      if (!(await ready())) return
      const file = await loadWord(request, material)
      if (await onFile(file)) setSaid({ tone: 'good', text: `已导出“${file.fileName}”。` })
    } catch (error) {
      setSaid({ tone: 'bad', text: failureMessage(error) })
    }
  }
  const print = () =>
    run({
      materials: chosen,
      load: (material) => loadPrint(request, material),
      use: async (contents) => {
        const jobs = contents.flatMap((content, index) => {
          const material = chosen[index]
          return material ? [{ id: material.id, label: material.label, copies: count(material), content }] : []
        })
        onPrint({ jobs, bothSides })
        return null
      },
      left: () => '没有打印。',
    })

  return (
    <Dialog
      title="会议材料"
      size="sheet"
      onClose={() => {
        stop()
        onClose()
      }}
      footer={
        running ? (
          <>
            <div className="handouts-progress">
              <ProgressBar done={running.done} total={running.total} label="已生成的材料" />
              <output>
                正在生成“{running.label}”，{running.done + 1} / {running.total}
              </output>
            </div>
            <Button onPress={stop}>停下</Button>
          </>
        ) : (
          <>
            <p className="dialog-foot-note">
              选了 {chosen.length} 种，连同份数 {chosen.reduce((sum, material) => sum + count(material), 0)} 份
            </p>
            {host?.canChooseFolder && (
              <Button
                icon={<FolderDown aria-hidden />}
                isDisabled={chosen.length === 0}
                onPress={() => void writeIntoFolder()}
              >
                导出到文件夹
              </Button>
            )}
            <Button icon={<FileDown aria-hidden />} isDisabled={chosen.length === 0} onPress={() => void makePackage()}>
              导出 Word 材料包
            </Button>
            <Button
              look="primary"
              icon={<Printer aria-hidden />}
              isDisabled={chosen.length === 0}
              onPress={() => void print()}
            >
              预览和打印
            </Button>
          </>
        )
      }
    >
      {said && (
        <p className={`banner banner-${said.tone}`} role={said.tone === 'bad' ? 'alert' : 'status'}>
          {said.text}
          {said.folderId && host?.canShowInFolder && (
            <Button look="quiet" size="small" onPress={() => void showFolder(said.folderId ?? '')}>
              打开文件夹
            </Button>
          )}
        </p>
      )}
      <p className="handouts-note">
        全部取自这个会议的文稿、要素和名册。份数填 0 的不生成；打印时按份数一次印完。
        {agenda && `文稿按议程排好，议程共${agenda.items.length}项、${agendaMinutes(agenda)}分钟。`}
      </p>
      <ul className="handouts">
        {materials.map((material) => (
          <li key={material.id} data-off={count(material) === 0 ? '' : undefined}>
            <span className="handouts-name">
              {material.label}
              <small>{material.note}</small>
            </span>
            <TextField
              label={`${material.label}的份数`}
              hideLabel
              value={String(count(material))}
              inputMode="numeric"
              maxLength={3}
              onCommit={(entry) => {
                const number = copiesFrom(entry)
                if (number === null) setSaid({ tone: 'bad', text: '份数要填 0 到 500 的数字。' })
                else setCount(material.id, number)
              }}
            />
            <span aria-hidden="true">份</span>
            <Button look="quiet" size="small" isDisabled={running !== null} onPress={() => void makeOne(material)()}>
              单独导出
            </Button>
          </li>
        ))}
      </ul>
      <Checkbox className="handouts-check" isSelected={bothSides} onChange={setBothSides}>
        <span className="handouts-box" aria-hidden="true" />
        双面打印时，每一份都从正面开始（单数页的后面补一张空白页）
      </Checkbox>
      {meeting.people.length > 0 && (
        <section aria-label="谁来参会">
          <h3 className="group-title">
            谁来参会
            <small>签到表、桌签和名单只列来的人；先后在“设置”里选</small>
          </h3>
          <div className="handouts-people">
            {meeting.people.map(({ id, name, post }) => (
              <Checkbox
                key={id}
                className="handouts-check"
                isSelected={!absent.includes(id)}
                onChange={(comes) => setComing(id, comes)}
              >
                <span className="handouts-box" aria-hidden="true" />
                <span>
                  {name}
                  <small>{post}</small>
                </span>
              </Checkbox>
            ))}
          </div>
        </section>
      )}
    </Dialog>
  )
}
