import { useEffect, useState } from 'react'
import type { Paper } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'

interface ConflictDialogProps {
  paperId: string
  /** The text of this window. */
  ownText(): string
  readText(body: string): string
  /** Keeps both: the one not chosen becomes a version. @throws Failure */
  onChoose(whose: 'own' | 'other', other: Paper): Promise<void>
}

/** Another window saved the paper first. Both texts are shown; the one not chosen is kept as a version. */
export function ConflictDialog({ paperId, ownText, readText, onChoose }: ConflictDialogProps) {
  const backend = useBackend()
  const [other, setOther] = useState<Paper | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    backend.call('paper.get', { id: paperId }).then(setOther, (error) => setProblem(failureMessage(error)))
  }, [backend, paperId])

  const choose = async (whose: 'own' | 'other') => {
    if (!other) return
    setBusy(true)
    try {
      await onChoose(whose, other)
    } catch (error) {
      setProblem(failureMessage(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="两个窗口都改了这份文稿"
      size="sheet"
      mustAnswer
      onClose={() => undefined}
      footer={
        <>
          <p className="dialog-foot-note">两份都不会丢：没有选的那一份会留在“版本”里。</p>
          <Button isDisabled={!other || busy} onPress={() => void choose('other')}>
            用另一个窗口的
          </Button>
          <Button look="primary" isDisabled={!other || busy} onPress={() => void choose('own')}>
            用这个窗口的
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {other && (
        <div className="revision-view">
          <p>
            另一个窗口存于 {momentText(other.updated)}。下面以它为底：划掉的只有它有，
            <br />
            加下划线的只有这个窗口有。
          </p>
          <Difference older={readText(other.body)} newer={ownText()} label="两份文稿的不同" />
        </div>
      )}
    </Dialog>
  )
}
