import { useEffect, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { Button } from '../ui/Button.tsx'
import { CheckRow } from '../ui/CheckRow.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { notify } from '../ui/notice-store.ts'
import { TextField } from '../ui/TextField.tsx'
import { transferMessage } from './transfer-messages.ts'
import './transfer.css'

interface ExportDialogProps {
  meetingId: string
  title: string
  /** People who do not come, as 会议材料 remembers them. */
  absent: readonly string[]
  /** Writes what was typed first. @throws Failure */
  flush(): Promise<void>
  /** @returns false when the user gave up. @throws Failure */
  onFile(file: { fileName: string; bytes: string }): Promise<boolean>
  onClose(): void
}

const SHORTEST = 6

/** 导出会议: one file that another machine can take in. */
export function ExportDialog({ meetingId, title, absent, flush, onFile, onClose }: ExportDialogProps) {
  const backend = useBackend()
  const [hasClues, setHasClues] = useState(false)
  const [withClues, setWithClues] = useState(false)
  const [isLocked, setLocked] = useState(false)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const fits = !isLocked || password.length >= SHORTEST

  useEffect(() => {
    backend.call('ledger.get', { meetingId }).then(
      ({ clues }) => setHasClues(clues.length > 0),
      () => undefined,
    )
  }, [backend, meetingId])

  const run = async () => {
    if (!fits || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await flush()
      const file = await backend.call('transfer.export', {
        meetingId,
        password: isLocked ? password : null,
        withClues,
        absent: [...absent],
      })
      if (await onFile(file)) {
        notify(`已导出“${file.fileName}”。拷到优盘上，在另一台电脑的会议列表里“导入会议”。`, { tone: 'good' })
        onClose()
      }
    } catch (error) {
      setProblem(transferMessage(error))
    }
    setBusy(false)
  }

  return (
    <Dialog
      title="导出会议"
      size="question"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>不导出了</Button>
          <Button look="primary" isDisabled={!fits || busy} onPress={() => void run()}>
            {busy ? '正在导出…' : '导出'}
          </Button>
        </>
      }
    >
      <div className="transfer-form">
        <p>
          把“{title}
          ”的文稿和各个版本、批注、会议要素、名册、台账、议程装进一个文件，给另一台电脑上的会备。对方改完再导出还给您，两边写的会合到一起。
        </p>
        <CheckRow isSelected={isLocked} onChange={setLocked}>
          加密码
        </CheckRow>
        {isLocked && (
          <TextField
            label="密码"
            hint={`至少 ${SHORTEST} 个字；忘了密码，谁也打不开这个文件。`}
            value=""
            maxLength={200}
            autoFocus
            onInput={setPassword}
            onEnter={() => void run()}
          />
        )}
        {hasClues && (
          <CheckRow isSelected={withClues} onChange={setWithClues}>
            线索件数也带上
          </CheckRow>
        )}
        {withClues && (
          <p className="banner banner-care" role="alert">
            线索的种类、件数和处置情况会写进文件。请确认对方可以知道，优盘也合乎保密规定。
          </p>
        )}
        {problem && (
          <p className="banner banner-bad" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
