import { useEffect, useState } from 'react'
import type { Range } from '../../shared/text/sentences.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'

export interface PlaceInPaper extends Range {
  paperId: string
}

/** Goes to a place in any paper of the meeting; another one is opened first. */
export function useJumps(openId: string | null, editor: EditorHandle | null, onPaper: (id: string) => void) {
  const [wanted, setWanted] = useState<PlaceInPaper | null>(null)
  useEffect(() => {
    if (!wanted || !editor || wanted.paperId !== openId) return
    setWanted(null)
    // A dialog that was in front gives the focus back first.
    const frame = requestAnimationFrame(() => editor.scrollToRange(wanted, { select: true }))
    return () => cancelAnimationFrame(frame)
  }, [wanted, editor, openId])
  return (place: PlaceInPaper) => {
    setWanted(place)
    if (place.paperId !== openId) onPaper(place.paperId)
  }
}
