import { type RefObject, useEffect, useState } from 'react'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { nextFinding } from '../findings/finding-names.ts'
import { notify } from '../ui/notice-store.ts'
import type { Checked } from './use-checks.ts'

/** Which finding the user stands on, and F8 and Shift+F8 from there. */
export function useFindingWalk(editor: RefObject<EditorHandle | null>, checked: Checked | null) {
  const [current, setCurrent] = useState(-1)
  const paperId = checked?.paperId
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paper has other findings
  useEffect(() => setCurrent(-1), [paperId])

  /** @returns whether there was one to go to. */
  function walk(direction: 1 | -1): boolean {
    const findings = checked?.report.findings ?? []
    const handle = editor.current
    if (!handle) return false
    const standing = findings[current]
    const caret = handle.caret()
    // Standing on a finding its start is where we come from; else the cursor is.
    const from = standing && caret >= standing.start && caret <= standing.end ? standing.start : caret
    const next = nextFinding(findings, from, direction)
    const finding = findings[next]
    if (!finding) {
      notify('没有要校核的地方。', { tone: 'good' })
      return false
    }
    setCurrent(next)
    handle.scrollToRange(finding, { select: true })
    return true
  }

  return { current, setCurrent, walk }
}
