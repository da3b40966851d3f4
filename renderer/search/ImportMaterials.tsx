import { FileUp, FolderUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { type ImportState, importFiles, readableFiles } from './import-files.ts'

interface ImportMaterialsProps {
  onClose(): void
}

/** 导入素材: files or a whole folder of old papers, with progress, and a way to stop. */
export function ImportMaterials({ onClose }: ImportMaterialsProps) {
  const backend = useBackend()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const running = useRef<AbortController>(null)
  const [state, setState] = useState<ImportState | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const begin = async (chosen: FileList | null) => {
    const readable = readableFiles([...(chosen ?? [])])
    if (readable.length === 0) return setProblem('里面没有能读的文稿（.docx、.doc、.odt、.txt、.wps）。')
    setProblem(null)
    const control = new AbortController()
    running.current = control
    setRunning(true)
    setState({ done: 0, total: readable.length, added: 0, known: 0, failed: [] })
    await importFiles(backend, readable, control.signal, setState)
    setRunning(false)
  }
  const input = (ref: typeof files, label: string, more: Record<string, unknown>) => (
    <input
      ref={ref}
      type="file"
      multiple
      className="visually-hidden"
      tabIndex={-1}
      aria-label={label}
      onChange={(event) => void begin(event.target.files)}
      {...more}
    />
  )
  const isOver = state !== null && !isRunning
  return (
    <Dialog
      title="导入素材"
      size="question"
      onClose={onClose}
      footer={
        isRunning ? (
          <Button onPress={() => running.current?.abort()}>停下</Button>
        ) : (
          <Button look={isOver ? 'primary' : 'plain'} onPress={onClose}>
            {isOver ? '好了' : '算了'}
          </Button>
        )
      }
    >
      {input(files, '选文件', { accept: '.docx,.doc,.odt,.txt,.wps,.docm' })}
      {input(folder, '选文件夹', { webkitdirectory: '' })}
      {!state && (
        <div className="import-form">
          <p>以前的稿子放进素材，写稿时能找、能摘，还能查雷同。原来的文件不动。</p>
          <Button icon={<FolderUp aria-hidden />} onPress={() => folder.current?.click()}>
            选一个文件夹
          </Button>
          <Button icon={<FileUp aria-hidden />} onPress={() => files.current?.click()}>
            选几个文件
          </Button>
        </div>
      )}
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      {state && (
        <div className="import-form">
          <ProgressBar label="已读的文件" done={state.done} total={state.total} />
          <p role="status">
            {isRunning
              ? `正在读第 ${state.done + 1} 个，共 ${state.total} 个。`
              : `读了 ${state.done} 个，共 ${state.total} 个。`}
            新放进 {state.added} 篇{state.known > 0 && `，${state.known} 篇和已有的一字不差，没有重复放`}
            {state.failed.length > 0 && `，${state.failed.length} 个没读成`}。
          </p>
          {state.failed.length > 0 && (
            <ul className="import-notes">
              {state.failed.slice(0, 100).map(({ fileName, reason }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name
                <li key={index}>
                  {fileName}：{reason}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Dialog>
  )
}
