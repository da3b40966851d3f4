import type { Backend } from '../../shared/contract/backend.ts'
import type { Paper } from '../../shared/contract/data.ts'
import { writePaper } from '../../shared/model/paper.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import { createStore, type Store } from '../ui/store.ts'
import { keepEmergencyCopy } from './emergency-copy.ts'
import { createSaveQueue, type SaveQueue, type SaveState } from './save-queue.ts'

/** What the panels show of an open paper besides its text. */
export interface PaperView {
  save: SaveState
  decisions: Paper['decisions']
  waivers: Paper['waivers']
}

export const saveOf = (view: PaperView): SaveState => view.save

/** One open paper: its text on the way to the host, and what people decided about it. */
export interface PaperSession {
  paper: Paper
  store: Store<PaperView>
  /** The document on screen; not part of the store, so that a key renders no panel. */
  doc(): PaperNode
  change(doc: PaperNode): void
  /** Resolves to whether everything typed so far is written. */
  flush(): Promise<boolean>
  /** Resolves when the write on its way, if any, has been answered. */
  answered(): Promise<void>
  revision(): number
  /** Shows a text that the host already holds as `revision`. */
  restart(doc: PaperNode, revision: number, savedAt: string): void
  /** Keeps what is not acknowledged in the window's storage: the page is going. */
  keepCopy(): void
  decide(decision: Paper['decisions'][number]): Promise<void>
  undecide(point: string): Promise<void>
  waive(waiver: Omit<Paper['waivers'][number], 'id'>): Promise<void>
  unwaive(id: string): Promise<void>
  stop(): void
}

/** Milliseconds after the last key. */
const COPY_DELAY = 500

export function createPaperSession(backend: Backend, paper: Paper, firstDoc: PaperNode): PaperSession {
  let doc = firstDoc
  const store = createStore<PaperView>({
    save: { kind: 'saved', at: paper.updated },
    decisions: paper.decisions,
    waivers: paper.waivers,
  })
  let hasCopy = false
  let copying: ReturnType<typeof setTimeout> | undefined
  const keep = (body: string) => {
    hasCopy = keepEmergencyCopy(paper.id, { body, revision: queue.revision(), kept: new Date().toISOString() })
  }
  const queue: SaveQueue = createSaveQueue({
    revision: paper.revision,
    savedAt: paper.updated,
    write: (body, revision) => backend.call('paper.save', { id: paper.id, revision, body }),
    onState(save) {
      store.patch({ save })
      if (save.kind !== 'saved' || !hasCopy) return
      keepEmergencyCopy(paper.id, null)
      hasCopy = false
    },
    onUnsaved: keep,
  })

  const keepCopy = () => {
    const body = queue.unwritten()
    if (body !== null) keep(body)
  }
  /** While nothing can be written, the copy follows the text. */
  const keepSoon = () => {
    clearTimeout(copying)
    copying = setTimeout(keepCopy, COPY_DELAY)
  }

  return {
    paper,
    store,
    doc: () => doc,
    change(next) {
      // A document put in place by the program is no change of the user's: it would be saved for nothing.
      const same = next.eq(doc)
      doc = next
      if (same) return
      queue.change(() => writePaper(next))
      const { kind } = store.get().save
      if (kind === 'failed' || kind === 'conflict') keepSoon()
    },
    flush: queue.flush,
    answered: queue.answered,
    revision: queue.revision,
    restart(next, revision, savedAt) {
      doc = next
      queue.restart(revision, savedAt)
    },
    keepCopy,
    async decide(decision) {
      store.patch(await backend.call('point.decide', { paperId: paper.id, decision }))
    },
    async undecide(point) {
      store.patch(await backend.call('point.clear', { paperId: paper.id, point }))
    },
    async waive(waiver) {
      store.patch(await backend.call('waiver.add', { paperId: paper.id, waiver }))
    },
    async unwaive(id) {
      store.patch(await backend.call('waiver.remove', { paperId: paper.id, id }))
    },
    stop() {
      clearTimeout(copying)
      queue.stop()
    },
  }
}
