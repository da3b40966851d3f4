import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface DocumentDialogProps {
  id: string
  /** The paragraph to begin at; '' for the top. */
  wanted: string
  /** Moves it out of the 素材; without it the paper can only be read. */
  onRemove?(title: string): void
  onClose(): void
}

/** An old paper, to be read. */
export function DocumentDialog({ id, wanted, onRemove, onClose }: DocumentDialogProps) {
  const backend = useBackend()
  const [read, setRead] = useState<{ title: string; fileName: string; text: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const place = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    let gone = false
    backend.call('library.get', { id }).then(
      (document) => !gone && setRead(document),
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, id])
  useEffect(() => {
    if (read) place.current?.scrollIntoView({ block: 'center' })
  }, [read])

  const lines = read?.text.split('\n') ?? []
  const at = wanted ? lines.indexOf(wanted) : -1
  return (
    <Dialog
      title={read?.title || '素材'}
      size="sheet"
      onClose={onClose}
      footer={
        onRemove &&
        read && (
          <Button icon={<Trash2 aria-hidden />} onPress={() => onRemove(read.title || read.fileName)}>
            从素材里移走
          </Button>
        )
      }
    >
      {problem && <p className="banner banner-bad">{problem}</p>}
      {read && <p className="search-count">原文件：{read.fileName}</p>}
      <div className="document-text">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a stored text never change their places
          <p key={index} ref={index === at ? place : null} data-wanted={index === at || undefined}>
            {line}
          </p>
        ))}
      </div>
    </Dialog>
  )
}
