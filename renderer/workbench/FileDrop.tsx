import { FileUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { READABLE_FILES } from '../../shared/model/readable-files.ts'

interface FileDropProps {
  onFile(file: File): void
}

const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A file dropped anywhere on the window. Without this the browser would open it in place of the program. */
export function FileDrop({ onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFile)
  latest.current = onFile

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) latest.current(file)
    }
    window.addEventListener('dragover', over, { capture: true })
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop, { capture: true })
    return () => {
      window.removeEventListener('dragover', over, { capture: true })
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop, { capture: true })
    }
  }, [])

  if (!isOver) return null
  return (
    <div className="file-drop">
      <FileUp aria-hidden className="file-drop-icon" />
      <p>松手导入这份文稿（{READABLE_FILES}）</p>
    </div>
  )
}
