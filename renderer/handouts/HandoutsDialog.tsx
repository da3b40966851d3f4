import { FileDown, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Meeting } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { TextField } from '../ui/TextField.tsx'
import { gather, loadPrint, loadWord, type PrintContent } from './gather.ts'
import { type Material, materialsOf } from './materials.ts'
import { copiesFrom, keepAbsent, keepCopies, readAbsent, readCopies } from './pack-memory.ts'
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

/** 会议材料: what to make, how often, for whom; then as Word files in one package or in one print run. */
export function HandoutsDialog({ meeting, flush, onFile, onPrint, onClose }: HandoutsDialogProps) {
  const backend = useBackend()
  const [copies, setCopies] = useState(readCopies)
  const [absent, setAbsent] = useState(() => readAbsent(meeting.id))
  const [bothSides, setBothSides] = useState(true)
  const [running, setRunning] = useState<{ done: number; total: number; label: string } | null>(null)
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null)
  const stop = useRef<AbortController | null>(null)

  const materials = materialsOf(meeting)
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

  /** Runs something over the chosen materials; what is cancelled leaves nothing behind. */
  async function run<T>(load: (material: Material) => Promise<T>, use: (result: T[]) => Promise<string | null>) {
    setSaid(null)
    if (!(await flush())) return setSaid({ tone: 'bad', text: '刚才的改动还没有存好；存好以后请再点一次。' })
    const controller = new AbortController()
    stop.current = controller
    const total = chosen.length
    try {
      const result = await gather({
        materials: chosen,
        load,
        signal: controller.signal,
        onProgress: (done, label) => setRunning({ done, total, label }),
      })
      const text = result === null ? '已经停下，没有生成任何文件。' : await use(result)
      if (text) setSaid({ tone: 'good', text })
    } catch (error) {
      setSaid({ tone: 'bad', text: failureMessage(error) })
    }
    stop.current = null
    setRunning(null)
  }

  const makePackage = () =>
    run(
      (material) => loadWord(request, material),
      async (files) => {
        const packed = await backend.call('file.zip', { fileName: `${meeting.title || '会议'}材料包`, files })
        return (await onFile(packed)) ? `已生成“${packed.fileName}”，里面有 ${files.length} 个 Word 文件。` : null
      },
    )
  const makeOne = (material: Material) => async () => {
    setSaid(null)
    try {
      if (!(await flush())) return setSaid({ tone: 'bad', text: '刚才的改动还没有存好；存好以后请再点一次。' })
      const file = await loadWord(request, material)
      if (await onFile(file)) setSaid({ tone: 'good', text: `已导出“${file.fileName}”。` })
    } catch (error) {
      setSaid({ tone: 'bad', text: failureMessage(error) })
    }
  }
  const print = () =>
    run(
      (material) => loadPrint(request, material),
      async (contents) => {
        const jobs = contents.flatMap((content, index) => {
          const material = chosen[index]
          return material ? [{ id: material.id, label: material.label, copies: count(material), content }] : []
        })
        onPrint({ jobs, bothSides })
        return null
      },
    )

  return (
    <Dialog
      title="会议材料"
      size="sheet"
      onClose={() => {
        stop.current?.abort()
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
            <Button onPress={() => stop.current?.abort()}>停下</Button>
          </>
        ) : (
          <>
            <p className="dialog-foot-note">
              选了 {chosen.length} 种，连同份数 {chosen.reduce((sum, material) => sum + count(material), 0)} 份
            </p>
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
        </p>
      )}
      <p className="handouts-note">全部取自这个会议的文稿、要素和名册。份数填 0 的不生成；打印时按份数一次印完。</p>
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
            <small>签到表、桌签和名单只列来的人；先后照名册</small>
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
