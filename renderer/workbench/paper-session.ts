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

/** One open paper: its text on the way to the host, and what people decided about it. */
export interface PaperSession {
  paper: Paper
  store: Store<PaperView>
  /** The document on screen; not part of the store, so that a key renders no panel. */
  doc(): PaperNode
  change(doc: PaperNode): void
  /** Resolves to whether everything typed so far is written. */
  flush(): Promise<boolean>
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

export function createPaperSession(backend: Backend, paper: Paper, firstDoc: PaperNode): PaperSession {
  let doc = firstDoc
  const store = createStore<PaperView>({
    save: { kind: 'saved', at: paper.updated },
    decisions: paper.decisions,
    waivers: paper.waivers,
  })
  const keep = (body: string | null) =>
    keepEmergencyCopy(
      paper.id,
      body === null ? null : { body, revision: queue.revision(), kept: new Date().toISOString() },
    )
  const queue: SaveQueue = createSaveQueue({
    revision: paper.revision,
    savedAt: paper.updated,
    write: (body, revision) => backend.call('paper.save', { id: paper.id, revision, body }),
    onState: (save) => store.patch({ save }),
    onUnsaved: keep,
  })

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
    },
    flush: queue.flush,
    revision: queue.revision,
    restart(next, revision, savedAt) {
      doc = next
      queue.restart(revision, savedAt)
    },
    keepCopy() {
      const body = queue.unwritten()
      if (body !== null) keep(body)
    },
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
    stop: queue.stop,
  }
}
