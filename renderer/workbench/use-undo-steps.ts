import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useBackend } from '../backend/backend-context.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import type { PaperSession } from './paper-session.ts'
import type { Checked } from './use-checks.ts'

/** Milliseconds after the last check, when the hand has come to rest. */
const REST = 2_000

/** Keeps what can be taken back of the open paper, so that undo still reaches it when the paper is opened again. */
export function useUndoSteps(
  paperId: string | null,
  session: PaperSession | null,
  editor: RefObject<EditorHandle | null>,
  checked: Checked | null,
): void {
  const backend = useBackend()
  const open = useRef(session)
  open.current = session
  const kept = useRef<Checked['doc'] | null>(null)

  const keep = useRef(async () => {
    const { current: handle } = editor
    const { current: now } = open
    if (!handle || !now || handle.isComposing()) return
    const doc = handle.doc()
    if (kept.current?.eq(doc)) return
    const steps = handle.undoSteps()
    // Only of a text that is written, and has not moved on meanwhile.
    if (!(await now.flush()) || !now.doc().eq(doc)) return
    kept.current = doc
    // It is a convenience: what cannot be kept is not worth a word.
    await backend.call('undo.keep', { paperId: now.paper.id, revision: now.revision(), steps }).catch(() => undefined)
  })

  useEffect(() => {
    if (!checked) return
    kept.current ??= checked.doc
    const timer = setTimeout(() => void keep.current(), REST)
    return () => clearTimeout(timer)
  }, [checked])

  // Layout effects end while the editor still stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is kept when one paper gives way to another
  useLayoutEffect(() => {
    const now = () => void keep.current()
    const hide = () => document.visibilityState === 'hidden' && now()
    window.addEventListener('blur', now)
    document.addEventListener('visibilitychange', hide)
    return () => {
      now()
      kept.current = null
      window.removeEventListener('blur', now)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [paperId])
}
