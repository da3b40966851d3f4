import type { Backend } from '../../shared/contract/backend.ts'
import type { Paper, RevisionHead } from '../../shared/contract/data.ts'
import { readPaper, writePaper } from '../../shared/model/paper.ts'
import type { EditorHandle } from '../editor/editor-handle.ts'
import type { OpenPaper } from './use-open-paper.ts'

/**
 * The three ways in which another text takes the place of the one on screen. Each keeps the text that goes as a
 * version before anything is replaced. All throw Failure.
 */
export function paperRescue(backend: Backend, { session, rescued }: OpenPaper, editor: EditorHandle) {
  const id = session.paper.id
  const keep = (name: string) => backend.call('revision.name', { paperId: id, name })

  /** Puts what the host holds on the screen. */
  const show = (stored: Paper) => {
    const doc = readPaper(stored.body)
    session.restart(doc, stored.revision, stored.updated)
    editor.setDoc(doc)
  }

  return {
    /** Back to an older version. @returns false when the present text could not be written first. */
    async restore(revision: RevisionHead): Promise<boolean> {
      if (!(await session.flush())) return false
      await backend.call('revision.restore', { id: revision.id, revision: session.revision() })
      show(await backend.call('paper.get', { id }))
      return true
    },

    /** Two windows wrote the same paper: one text goes on, the other becomes a version. */
    async settleConflict(whose: 'own' | 'other', other: Paper): Promise<void> {
      const body = writePaper(session.doc())
      if (whose === 'own') {
        await keep('另一个窗口的文稿')
        const written = await backend.call('paper.save', { id, revision: other.revision, body })
        session.restart(session.doc(), written.revision, written.updated)
        return
      }
      const written = await backend.call('paper.save', { id, revision: other.revision, body })
      await keep('没有选用的文稿')
      const back = await backend.call('paper.save', { id, revision: written.revision, body: other.body })
      show({ ...other, ...back })
    },

    /** A text that could not be saved at an earlier time. @returns whether it is saved now. */
    async takeRescued(): Promise<boolean> {
      if (!rescued) return true
      await keep('换成没存上的文稿之前')
      editor.setDoc(readPaper(rescued.body))
      return session.flush()
    },
  }
}
