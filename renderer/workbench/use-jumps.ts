import type { Range } from '../../shared/text/sentences.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { pendingJump } from './pending-jump.ts'

export interface PlaceInPaper extends Range {
  paperId: string
}

/** Goes to a place in any paper of the meeting; another one is opened first. */
export function useJumps(openId: string | null, editor: EditorHandle | null, onPaper: (id: string) => void) {
  return (place: PlaceInPaper) => {
    if (place.paperId === openId) {
      // A dialog that was in front gives the focus back first.
      requestAnimationFrame(() => editor?.scrollToRange(place, { select: true }))
    } else {
      pendingJump.set(place)
      onPaper(place.paperId)
    }
  }
}
