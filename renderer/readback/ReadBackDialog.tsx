import { FileUp } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { RevisionHead } from '../../shared/contract/data.ts'
import { readPaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { factTextThen, type ShownFacts } from '../../shared/model/shown-facts.ts'
import type { FactText } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { ChangeItem } from './ChangeItem.tsx'
import { findChanges } from './changes.ts'
import './readback.css'

type ReadBack = CommandOutput<'paper.readBack'>

interface ReadBackDialogProps {
  paperId: string
  /** The paper as it stands. */
  present: PaperNode
  factText: FactText
  /** Makes the changes that were taken, found with these texts of the facts; false when that failed. */
  onApply(changes: ReturnType<typeof findChanges>, taken: ReadonlySet<string>, factText: FactText): Promise<boolean>
  onClose(): void
}

const LARGEST = 40_000_000

/** 读回修改稿: what a leader changed in Word or WPS, one thing after the other, to take or to leave. */
export function ReadBackDialog({ paperId, present, factText, onApply, onClose }: ReadBackDialogProps) {
  const backend = useBackend()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [read, setRead] = useState<(ReadBack & { fileName: string }) | null>(null)
  const [versions, setVersions] = useState<RevisionHead[]>([])
  const [versionId, setVersionId] = useState<string | null>(null)
  const [exported, setExported] = useState<{ doc: PaperNode; facts: ShownFacts | null } | null>(null)
  const [answers, setAnswers] = useState<ReadonlyMap<string, boolean>>(new Map())

  useEffect(() => {
    let gone = false
    backend.call('revision.list', { paperId }).then(
      (list) => !gone && setVersions(list),
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, paperId])

  useEffect(() => {
    let gone = false
    setExported(null)
    setAnswers(new Map())
    if (versionId)
      backend.call('revision.get', { id: versionId }).then(
        ({ body, facts }) => !gone && setExported({ doc: readPaper(body), facts }),
        (error) => !gone && setProblem(failureMessage(error)),
      )
    return () => {
      gone = true
    }
  }, [backend, versionId])

  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.size > LARGEST) return setProblem('文件太大，没有读；请删去图片后再试。')
    setBusy(true)
    setProblem(null)
    try {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const result = await backend.call('paper.readBack', { paperId, fileName: file.name.slice(-200), bytes })
      setRead({ ...result, fileName: file.name })
      // Where the file does not say what it was made of, the last version that went out is the likeliest.
      setVersionId(result.versionId ?? versions.find(({ name }) => /^导出/.test(name))?.id ?? null)
    } catch (error) {
      setProblem(failureMessage(error))
    }
    setBusy(false)
  }

  // What a fact showed then is no change of the leader's where it shows something else today.
  const exportedText = useMemo(() => factTextThen(exported?.facts ?? null, factText), [exported, factText])
  const changes = useMemo(
    () =>
      read && exported
        ? findChanges({
            exported: exported.doc,
            edited: readPaper(read.body),
            present,
            factText: exportedText,
          })
        : null,
    [read, exported, exportedText, present],
  )
  const taken = new Set([...answers].filter(([, take]) => take).map(([id]) => id))
  const open = (changes?.length ?? 0) - answers.size
  const answer = (ids: readonly string[], take: boolean) =>
    setAnswers((now) => new Map([...now, ...ids.map((id) => [id, take] as const)]))
  const finish = async () => {
    if (!changes) return
    setBusy(true)
    if (await onApply(changes, taken, exportedText)) onClose()
    setBusy(false)
  }

  return (
    <Dialog
      title="读回修改稿"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note">
            {changes &&
              changes.length > 0 &&
              `采纳 ${taken.size} 处，不采纳 ${answers.size - taken.size} 处，还有 ${open} 处没有定`}
          </p>
          <Button onPress={onClose}>算了</Button>
          {changes && changes.length > 0 && (
            <Button look="primary" isDisabled={taken.size === 0 || busy} onPress={() => void finish()}>
              把采纳的 {taken.size} 处改进文稿
            </Button>
          )}
        </>
      }
    >
      <p className="readback-note">
        选领导在 Word 或 WPS
        里改过的稿子（开不开修订都行）。会备把它和导出的那一版逐处对照，采纳哪处由您定；没有采纳的不动。
      </p>
      <input
        ref={input}
        type="file"
        accept=".docx,.doc,.odt,.txt,.wps"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="改过的稿子"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <div className="readback-head">
        <Button icon={<FileUp aria-hidden />} isDisabled={busy} onPress={() => input.current?.click()}>
          {busy ? '正在读…' : (read?.fileName ?? '选改过的稿子')}
        </Button>
        {read && versions.length > 0 && (
          <Select
            label="和哪一版对照"
            hint={read.versionId ? '文件里记着它是从这一版导出的' : '文件里没有记是从哪一版导出的，请核对'}
            value={versionId}
            placeholder="请选一版"
            options={versions.map(({ id, name, created }) => ({
              id,
              label: name || '自动保存的一版',
              note: momentText(created),
            }))}
            onChange={setVersionId}
          />
        )}
      </div>
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {read && versions.length === 0 && (
        <p className="banner banner-bad" role="alert">
          这份文稿还没有留下任何版本，没有可以对照的。
        </p>
      )}
      {read && read.remarks.length > 0 && (
        <section aria-label="批注">
          <h3 className="group-title">
            批注 <small>{read.remarks.length} 条，请照着改</small>
          </h3>
          <ul className="readback-remarks">
            {read.remarks.map(({ author, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no name of their own and never move
              <li key={index}>
                {author && <b>{author}：</b>}
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {read && read.notes.length > 0 && (
        <ul className="import-notes">
          {read.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {changes?.length === 0 && (
        <p className="banner banner-good" role="status">
          没有要采纳的改动：改过的稿子和那一版一样，或者改的地方现在的文稿里已经有了。
        </p>
      )}
      {changes && changes.length > 0 && (
        <>
          <div className="readback-all">
            <h3 className="group-title">共 {changes.length} 处改动</h3>
            <Button
              look="quiet"
              size="small"
              onPress={() =>
                answer(
                  changes.map(({ id }) => id),
                  true,
                )
              }
            >
              全部采纳
            </Button>
            <Button
              look="quiet"
              size="small"
              onPress={() =>
                answer(
                  changes.map(({ id }) => id),
                  false,
                )
              }
            >
              全部不采纳
            </Button>
          </div>
          <ol className="readback-changes">
            {changes.map((change) => (
              <ChangeItem
                key={change.id}
                change={change}
                answer={answers.get(change.id) ?? null}
                onAnswer={(take) => answer([change.id], take)}
              />
            ))}
          </ol>
        </>
      )}
    </Dialog>
  )
}
