import { type RefObject, useMemo, useState } from 'react'
import { type PlacedRemark, placedRemarks } from '../../shared/model/remarks.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import type { ShownRemark } from '../remarks/RemarksPanel.tsx'
import type { Checked } from './use-checks.ts'

interface RemarksInput {
  editor: RefObject<EditorHandle | null>
  checked: Checked | null
  checkNow(): unknown
  /** Who writes here; '' when the settings name nobody. */
  author: string
  showPanel(): void
}

/** 批注 of the open paper, and what the panel does with them. */
export function useRemarks({ editor, checked, checkNow, author, showPanel }: RemarksInput) {
  const [wanted, setWanted] = useState(0)
  const remarks = useMemo<ShownRemark[]>(() => {
    if (!checked) return []
    const { doc, view } = checked
    return placedRemarks(doc).map((place) => ({
      ...place,
      words: view.text.slice(view.offsetAt(place.from), view.offsetAt(place.to)),
    }))
  }, [checked])
  return {
    remarks,
    open: remarks.filter(({ remark }) => !remark.done).length,
    wanted,
    /** Shows the panel with the cursor in its field. */
    write() {
      showPanel()
      setWanted((before) => before + 1)
    },
    selectedText: () => editor.current?.selectedText() ?? '',
    add(text: string) {
      if (editor.current?.addRemark(text, author)) checkNow()
    },
    change(id: string, change: { done: boolean } | null) {
      if (editor.current?.changeRemark(id, change)) checkNow()
    },
    jump: (place: PlacedRemark) => editor.current?.showRemark(place),
  }
}
