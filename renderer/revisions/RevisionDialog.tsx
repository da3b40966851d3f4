import { RotateCcw } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { RevisionHead } from '../../shared/contract/data.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { changeSize, difference } from '../text/difference.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'

interface RevisionDialogProps {
  revision: RevisionHead
  currentText: string
  readText(body: string): string
  onClose(): void
  onRestore(): Promise<void>
}

/** One older version: its text, or what has changed since; and back to it, which keeps the present first. */
export function RevisionDialog({ revision, currentText, readText, onClose, onRestore }: RevisionDialogProps) {
  const backend = useBackend()
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [view, setView] = useState<'changes' | 'text'>('changes')
  const [busy, setBusy] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version does not change while the dialog is open
  useEffect(() => {
    backend.call('revision.get', { id: revision.id }).then(
      (read) => setText(readText(read.body)),
      (error) => setProblem(failureMessage(error)),
    )
  }, [backend, revision.id])

  const parts = useMemo(() => (text === null ? [] : difference(text, currentText)), [text, currentText])
  const size = changeSize(parts)
  const restore = async () => {
    setBusy(true)
    try {
      await onRestore()
    } catch (error) {
      setProblem(failureMessage(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={`${revision.name || '自动留存'} · ${momentText(revision.created)}`}
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note">换回来之前，现在的文稿会先留存一版。</p>
          <Button onPress={onClose}>关闭</Button>
          <Button
            look="primary"
            icon={<RotateCcw aria-hidden />}
            isDisabled={text === null || busy}
            onPress={() => void restore()}
          >
            换回这一版
          </Button>
        </>
      }
    >
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {text !== null && (
        <div className="revision-view">
          <Choice
            label="怎样看"
            hideLabel
            value={view}
            options={[
              { id: 'changes', label: '到现在改了什么' },
              { id: 'text', label: '只看这一版' },
            ]}
            onChange={setView}
          />
          {view === 'changes' ? (
            <>
              <p>
                从那时到现在，加了 {size.added} 字，去了 {size.removed} 字。
              </p>
              <Difference parts={parts} label="到现在的改动" />
            </>
          ) : (
            <Difference parts={[{ kind: 'same', text }]} label="这一版的文字" />
          )}
        </div>
      )}
    </Dialog>
  )
}
