import { useState } from 'react'
import type { FactText } from '../../shared/model/text-view.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { applyChanges } from '../readback/apply-changes.ts'
import { ReadBackDialog } from '../readback/ReadBackDialog.tsx'
import { notify } from '../ui/notice-store.ts'
import type { OpenPaper } from './use-open-paper.ts'

interface ReadBackSheetProps {
  open: OpenPaper
  editor: EditorHandle
  factText: FactText
  onClose(): void
}

/** 读回修改稿 for the open paper: the text before is kept as a version, the changes come in as one step of undo. */
export function ReadBackSheet({ open, editor, factText, onClose }: ReadBackSheetProps) {
  const backend = useBackend()
  const { session } = open
  const [present] = useState(() => session.doc())
  return (
    <ReadBackDialog
      paperId={session.paper.id}
      present={present}
      factText={factText}
      onClose={onClose}
      onApply={async (changes, taken, factTextThen) => {
        try {
          if (session.doc() !== present) {
            notify('文稿刚刚在别处改过，请关掉重新读一次。', { tone: 'bad' })
            return false
          }
          if (!(await session.flush())) {
            notify('刚才的改动还没有存好；存好以后请再点一次。', { tone: 'bad' })
            return false
          }
          await backend.call('revision.name', { paperId: session.paper.id, name: '读回修改稿之前' })
          editor.setDoc(applyChanges(present, changes, taken, factTextThen))
          notify(`已采纳 ${taken.size} 处；改之前的文稿留在“版本”里。`, { tone: 'good' })
          return true
        } catch (error) {
          notify(failureMessage(error), { tone: 'bad' })
          return false
        }
      }}
    />
  )
}
