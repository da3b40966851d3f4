import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { checkerFor } from '../../shared/checks/checker.ts'
import type { CheckReport } from '../../shared/checks/types.ts'
import type { Meeting, Paper } from '../../shared/contract/data.ts'
import { factValue } from '../../shared/model/facts.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { TextView } from '../../shared/model/text-view.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import type { PaperView } from './paper-session.ts'

/** What a check said, together with the document and the text it read. */
export interface Checked {
  paperId: string
  doc: PaperNode
  view: TextView
  report: CheckReport
}

/** Milliseconds after the last key. */
export const CHECK_DELAY = 300

interface ChecksInput {
  /** Null until the editor stands. */
  editor: EditorHandle | null
  paper: Pick<Paper, 'id' | 'kind'> | null
  facts: Meeting['facts']
  people: Meeting['people']
  settings: Settings
  decisions: PaperView['decisions']
  waivers: PaperView['waivers']
}

/** Checks the open paper after the last key, and at once when anything around it changed. Never while composing. */
export function useChecks({ editor, paper, facts, people, settings, decisions, waivers }: ChecksInput) {
  const pack = useOfficePack()
  const [checked, setChecked] = useState<Checked | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const run = useCallback((): Checked | null => {
    clearTimeout(timer.current)
    if (!editor || !paper) return null
    if (editor.isComposing()) {
      timer.current = setTimeout(run, CHECK_DELAY)
      return null
    }
    const date = factValue({ definitions: pack.facts, values: facts, people, settings }, 'meetingDate')
    const doc = editor.doc()
    const view = editor.view()
    // One pass over a speech takes a few milliseconds (see npm run bench), so it runs here and not in a worker.
    const report = checkerFor(pack)({ view, kind: paper.kind, date, facts, people, settings, decisions, waivers })
    const next = { paperId: paper.id, doc, view, report }
    // The panels are drawn in small pieces, between which keys come through.
    startTransition(() => setChecked(next))
    return next
  }, [editor, paper, pack, facts, people, settings, decisions, waivers])

  const latest = useRef(run)
  latest.current = run

  /** To be called after every change of the text. */
  const schedule = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(), CHECK_DELAY)
  }, [])

  useEffect(() => {
    run()
    return () => clearTimeout(timer.current)
  }, [run])

  // What was said of another paper is not shown for a moment either.
  return { checked: checked?.paperId === paper?.id ? checked : null, schedule, checkNow: run }
}
