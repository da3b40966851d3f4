import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { Paper } from '../../shared/contract/data.ts'
import { readPaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { type EmergencyCopy, findEmergencyCopy, keepEmergencyCopy } from './emergency-copy.ts'
import { createPaperSession, type PaperSession } from './paper-session.ts'

/** The paper on the screen. `doc` is what it was opened with. */
export interface OpenPaper {
  session: PaperSession
  doc: PaperNode
  /** What can be taken back of it, from the last time it was open. */
  undoSteps: string | null
  /** A text of an earlier time that could not be saved then. */
  rescued: EmergencyCopy | null
}

/** Opens a paper, and closes it when another is asked for: what was typed is written first. */
export function useOpenPaper(paperId: string | null, editor: RefObject<EditorHandle | null>) {
  const backend = useBackend()
  const [open, setOpen] = useState<OpenPaper | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to read again
  useEffect(() => {
    setOpen(null)
    setProblem(null)
    if (!paperId) return
    let session: PaperSession | null = null
    let gone = false
    /** The newest revision that was announced. */
    let announced = 0

    const start = ([paper, { steps }]: [Paper, { steps: string | null }]) => {
      if (gone) return
      const doc = readPaper(paper.body)
      announced = Math.max(announced, paper.revision)
      session = createPaperSession(backend, paper, doc)
      const rescued = findEmergencyCopy(paper.id)
      if (rescued?.body === paper.body) keepEmergencyCopy(paper.id, null)
      setOpen({ session, doc, undoSteps: steps, rescued: rescued && rescued.body !== paper.body ? rescued : null })
    }
    Promise.all([
      backend.call('paper.get', { id: paperId }),
      backend.call('undo.get', { paperId }).catch(() => ({ steps: null })),
    ])
      .then(start)
      .catch((error) => !gone && setProblem(failureMessage(error)))

    const stop = backend.on('paper.changed', async ({ id, revision }) => {
      if (!session || id !== paperId) return
      // Our own saves are announced too, often before they are answered; they tell us nothing.
      await session.answered()
      const isOwn = revision > announced && revision <= session.revision()
      announced = Math.max(announced, revision)
      if (isOwn) return
      const clean = await session.flush()
      // While composing nothing may be put in place; the next save will then meet the other window's and ask.
      if (gone || !clean || editor.current?.isComposing()) return
      const paper = await backend.call('paper.get', { id }).catch(() => null)
      if (!paper || gone) return
      session.store.patch({ decisions: paper.decisions, waivers: paper.waivers })
      if (revision <= session.revision() || paper.revision <= session.revision()) return
      const doc = readPaper(paper.body)
      session.restart(doc, paper.revision, paper.updated)
      editor.current?.setDoc(doc)
    })

    const save = () => void session?.flush()
    const hide = () => document.visibilityState === 'hidden' && save()
    const leave = () => {
      session?.keepCopy()
      save()
    }
    window.addEventListener('pagehide', leave)
    window.addEventListener('blur', save)
    document.addEventListener('visibilitychange', hide)
    return () => {
      gone = true
      stop()
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('blur', save)
      document.removeEventListener('visibilitychange', hide)
      const closing = session
      void closing?.flush().then((written) => {
        if (!written) closing.keepCopy()
        closing.stop()
      })
    }
  }, [backend, paperId, attempt, editor])

  const forgetRescued = useCallback(() => {
    if (paperId) keepEmergencyCopy(paperId, null)
    setOpen((now) => now && { ...now, rescued: null })
  }, [paperId])

  return { open, problem, retry: () => setAttempt(attempt + 1), forgetRescued }
}
