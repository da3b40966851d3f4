import { useEffect } from 'react'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { useStore } from '../ui/store.ts'
import { type PlaceInPaper, pendingJump } from './pending-jump.ts'

function show(place: PlaceInPaper, editor: EditorHandle): void {
  if (!('paragraph' in place)) {
    editor.scrollToRange(place, { select: true })
    return
  }
  const start = editor.view().text.indexOf(place.paragraph)
  // Somebody has changed it since it was found.
  if (start >= 0) editor.scrollToRange({ start, end: start + place.paragraph.length })
}

/** Shows the place that is waited for once its paper is open, and gives what goes to any place of the meeting. */
export function useJumps(openId: string | null, editor: EditorHandle | null, onPaper: (id: string) => void) {
  const pending = useStore(pendingJump)
  useEffect(() => {
    if (!pending || !editor || pending.paperId !== openId) return
    // A dialog or page that was in front gives the focus back first.
    const frame = requestAnimationFrame(() => {
      pendingJump.set(null)
      show(pending, editor)
    })
    return () => cancelAnimationFrame(frame)
  }, [pending, editor, openId])
  return (place: PlaceInPaper) => {
    pendingJump.set(place)
    if (place.paperId !== openId) onPaper(place.paperId)
  }
}
