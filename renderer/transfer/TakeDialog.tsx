import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '../../shared/contract/failures.ts'
import { FILE_ENDING, type TransferPreview } from '../../shared/contract/transfer-commands.ts'
import { useBackend } from '../backend/backend-context.ts'
import { toBase64 } from '../text/base64.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PackagePreview } from './PackagePreview.tsx'
import { transferMessage } from './transfer-messages.ts'
import './transfer.css'

export interface TakenMeeting {
  meetingId: string
  conflicts: number
  absent: readonly string[]
}

interface TakeDialogProps {
  /** Null asks for one. */
  file: File | null
  onTaken(taken: TakenMeeting): void
  onClose(): void
}

/** The host takes about this many bytes in one go. */
const LARGEST = 40_000_000

/** 导入会议: what is in the file is shown first; nothing is written before the user says so. */
export function TakeDialog({ file: given, onTaken, onClose }: TakeDialogProps) {
  const backend = useBackend()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState(given)
  const [isLocked, setLocked] = useState(false)
  const [password, setPassword] = useState('')
  const [preview, setPreview] = useState<TransferPreview | null>(null)
  const [withClues, setWithClues] = useState(false)
  const [withPack, setWithPack] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const open = async (chosen: File, words: string | null) => {
    setBusy(true)
    setProblem(null)
    setPreview(null)
    try {
      if (chosen.size > LARGEST) throw new Failure('too-large')
      const bytes = toBase64(new Uint8Array(await chosen.arrayBuffer()))
      setPreview(await backend.call('transfer.open', { fileName: chosen.name.slice(-200), bytes, password: words }))
    } catch (error) {
      const needsPassword = error instanceof Failure && error.code === 'wrong-password'
      setLocked(needsPassword)
      setProblem(needsPassword && words === null ? null : transferMessage(error))
    }
    setBusy(false)
  }
  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setLocked(false)
    setPassword('')
    setWithClues(false)
    setWithPack(false)
    void open(chosen, null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file is the only reason to begin anew
  useEffect(() => choose(given ?? undefined), [given])

  const unlock = () => {
    if (file && password && !busy) void open(file, password)
  }
  const take = async () => {
    if (!preview || busy) return
    setBusy(true)
    setProblem(null)
    try {
      onTaken(await backend.call('transfer.take', { source: preview.source, withClues, withPack }))
    } catch (error) {
      setProblem(transferMessage(error))
      setBusy(false)
    }
  }
  const asksPassword = isLocked && !preview
  const isNothing = preview?.state === 'same' && !preview.isRemoved && !withClues && !withPack

  return (
    <Dialog
      title="导入会议"
      size="form"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note" aria-live="polite">
            {preview && !isNothing ? '导入前会先备份，被改到的文稿都留一个版本。' : ''}
          </p>
          <Button onPress={onClose}>{isNothing ? '好' : '不导入'}</Button>
          {asksPassword ? (
            <Button look="primary" isDisabled={!password || busy} onPress={unlock}>
              打开
            </Button>
          ) : (
            <Button look="primary" isDisabled={!preview || isNothing || busy} onPress={() => void take()}>
              {busy && preview ? '正在导入…' : '确认导入'}
            </Button>
          )}
        </>
      }
    >
      <div className="transfer-form">
        <input
          ref={input}
          type="file"
          accept={FILE_ENDING}
          className="visually-hidden"
          tabIndex={-1}
          aria-label="要导入的会议文件"
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <Button icon={<FileUp aria-hidden />} isDisabled={busy} onPress={() => input.current?.click()}>
          {busy && !preview ? '正在读…' : (file?.name ?? `选一个 ${FILE_ENDING} 文件`)}
        </Button>
        {!file && <p>另一台电脑的会备用“导出会议”做出来的文件。先看里面有什么，确认了才写进来。</p>}
        {asksPassword && (
          <TextField
            label="密码"
            hint="这个文件有密码，请填做文件的人告诉您的密码。"
            problem={problem}
            value=""
            maxLength={200}
            autoFocus
            onInput={setPassword}
            onEnter={unlock}
          />
        )}
        {problem && !asksPassword && (
          <p className="banner banner-bad" role="alert">
            {problem}
          </p>
        )}
        {preview && (
          <PackagePreview
            preview={preview}
            withClues={withClues}
            withPack={withPack}
            onClues={setWithClues}
            onPack={setWithPack}
          />
        )}
      </div>
    </Dialog>
  )
}
