import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { PAPER_KIND_NAMES, PAPER_KINDS, type PaperKind } from '../../shared/model/kinds.ts'
import type { PaperHead } from '../../shared/model/meeting.ts'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'

interface ImportDialogProps {
  meetingId: string
  /** A file dropped on the window; null asks for one. */
  file: File | null
  onImported(paper: PaperHead): void
  onClose(): void
}

/** The host takes about this many bytes in one go. */
const LARGEST = 40_000_000

/** What kind of paper a file is by its name; a speech where it does not tell. */
export function guessKind(fileName: string): PaperKind {
  const words: [PaperKind, RegExp][] = [
    ['response', /表态/],
    ['host-script', /主持/],
    ['feedback', /反馈意见/],
    ['agenda', /议程/],
  ]
  return words.find(([, pattern]) => pattern.test(fileName))?.[0] ?? 'speech'
}

/** Makes a paper of a .docx, .doc, .odt or .txt; says what was not understood. The file itself is not changed. */
export function ImportDialog({ meetingId, file: dropped, onImported, onClose }: ImportDialogProps) {
  const backend = useBackend()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState(dropped)
  const [kind, setKind] = useState<PaperKind>(guessKind(dropped?.name ?? ''))
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<{ paper: PaperHead; notes: string[] } | null>(null)

  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setKind(guessKind(chosen.name))
    setProblem(null)
  }
  const run = async () => {
    if (!file) return
    if (file.size > LARGEST) return setProblem('文件太大，没有导入；请拆开或删去图片后再试。')
    setBusy(true)
    setProblem(null)
    try {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const result = await backend.call('paper.import', { meetingId, kind, fileName: file.name.slice(-200), bytes })
      if (result.notes.length === 0) onImported(result.paper)
      else setDone(result)
    } catch (error) {
      setProblem(failureMessage(error))
    }
    setBusy(false)
  }

  if (done) {
    return (
      <Dialog
        title="已经导入"
        size="question"
        onClose={() => onImported(done.paper)}
        footer={
          <Button look="primary" onPress={() => onImported(done.paper)}>
            打开看看
          </Button>
        }
      >
        <p>有几处请您核对一下，原来的文件没有改动：</p>
        <ul className="import-notes">
          {done.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="从文件导入文稿"
      size="question"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>算了</Button>
          <Button look="primary" isDisabled={!file || busy} onPress={() => void run()}>
            {busy ? '正在读…' : '导入'}
          </Button>
        </>
      }
    >
      <div className="import-form">
        <input
          ref={input}
          type="file"
          accept=".docx,.doc,.odt,.txt,.wps"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="要导入的文件"
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <Button icon={<FileUp aria-hidden />} onPress={() => input.current?.click()}>
          {file ? file.name : `选一个 ${READABLE_FILES} 文件`}
        </Button>
        <Select
          label="它是哪一种文稿"
          value={kind}
          options={PAPER_KINDS.map((id) => ({ id, label: PAPER_KIND_NAMES[id] }))}
          onChange={setKind}
        />
        {problem && (
          <p className="banner banner-bad" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
