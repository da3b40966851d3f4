import type { Backend } from '../../shared/contract/backend.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { Agenda } from '../../shared/model/rectification/agenda.ts'
import type { Chain } from '../../shared/model/rectification/chain.ts'
import { changeLedger, type LedgerChange, RefusedChange } from '../../shared/model/rectification/change.ts'
import type { Clues } from '../../shared/model/rectification/clues.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { createStore, type Store } from '../ui/store.ts'

export type LedgerState = CommandOutput<'ledger.get'>

/** The ledger of one open meeting: shown at once, written in the background one change after the other. */
export interface LedgerSession {
  store: Store<LedgerState>
  /** @throws Failure, also 'invalid-input' with the reason when the change is refused; what was shown is put right then */
  change(change: LedgerChange): Promise<void>
  saveChain(chain: Chain): Promise<void>
  /** @returns ids of the papers that followed. */
  saveAgenda(agenda: Agenda): Promise<string[]>
  saveClues(clues: Clues): Promise<void>
  /**
   * Reads again what is kept.
   * @param revision that somebody was told of; nothing is read when it is known by then, as after a change of one's own
   */
  reload(revision?: number): Promise<void>
  /** When everything that was changed has been written or refused. */
  settled(): Promise<void>
}

export function createLedgerSession(
  backend: Backend,
  meetingId: string,
  first: LedgerState,
  rules: () => OfficeRules,
): LedgerSession {
  const store = createStore(first)
  let writing: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const read = async () => store.set(await backend.call('ledger.get', { meetingId }))

  function write<T extends { revision: number }>(send: (revision: number) => Promise<T>): Promise<T> {
    waiting += 1
    const done = writing
      .then(() => send(store.get().revision))
      .then((answer) => {
        store.patch({ revision: answer.revision })
        return answer
      })
      .finally(() => {
        waiting -= 1
      })
    // Whatever went wrong, the screen shows what is kept.
    writing = done.catch(() => read().catch(() => undefined))
    return done
  }

  return {
    store,
    async change(change) {
      try {
        const { ledger, lines } = changeLedger(store.get().problems, change, rules())
        const now = new Date().toISOString()
        const touched = Object.fromEntries(lines.map(({ problemId }) => [problemId, now]))
        store.patch({ problems: [...ledger], lastChanges: { ...store.get().lastChanges, ...touched } })
      } catch (error) {
        if (error instanceof RefusedChange) throw new Failure('invalid-input', error.message)
        throw error
      }
      await write((revision) => backend.call('ledger.change', { meetingId, revision, change }))
    },
    async saveChain(chain) {
      store.patch({ chain })
      await write((revision) => backend.call('chain.save', { meetingId, revision, chain }))
    },
    async saveAgenda(agenda) {
      store.patch({ agenda })
      const { changedPapers } = await write((revision) => backend.call('agenda.save', { meetingId, revision, agenda }))
      return changedPapers
    },
    async saveClues(clues) {
      store.patch({ clues })
      await write((revision) => backend.call('clues.save', { meetingId, revision, clues }))
    },
    async settled() {
      await writing
    },
    async reload(revision) {
      await writing
      const isKnown = revision !== undefined && revision <= store.get().revision
      if (waiting === 0 && !isKnown) await read()
    },
  }
}
