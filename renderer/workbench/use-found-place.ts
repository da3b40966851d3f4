import { useEffect } from 'react'
import type { EditorHandle } from '../editor/editor-handle.ts'

/** A paragraph that a search over the library found. */
export interface FoundPlace {
  paperId: string
  /** As it stands in the text. */
  paragraph: string
}

/** Shows a found paragraph as soon as its paper is open. */
export function useFoundPlace(found: FoundPlace | null, openId: string | null, editor: EditorHandle | null): void {
  useEffect(() => {
    if (!found || !editor || found.paperId !== openId) return
    const start = editor.view().text.indexOf(found.paragraph)
    if (start < 0) return
    // A dialog or page that was in front gives the focus back first.
    const range = { start, end: start + found.paragraph.length }
    const frame = requestAnimationFrame(() => editor.scrollToRange(range, { select: false }))
    return () => cancelAnimationFrame(frame)
  }, [found, openId, editor])
}
