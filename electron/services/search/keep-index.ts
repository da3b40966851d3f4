import type { Pack } from '../../../shared/packs/pack.ts'
import { type Connection, openForReading } from '../../store/connection.ts'
import { libraryFiles } from '../../store/library-files.ts'
import type { IndexedSource, SearchIndex, SourceHead } from '../../store/search-index.ts'
import { searchSources } from '../../store/search-sources.ts'
import { tables } from '../../store/tables.ts'
import { createOfficePack } from '../pack.ts'
import { readSource, shownBy } from './passages.ts'

/** Work is cut so fine that a question never waits longer. Milliseconds. */
const SLICE = 40

interface Options {
  dataDir: string
  index: SearchIndex
  /** As shipped; what the office laid over it is read from the library. */
  pack: Pack
  log(message: string, error?: unknown): void
}

const SHOWS_FACTS: ReadonlySet<SourceHead['kind']> = new Set(['meeting', 'paper'])

const keyOf = ({ kind, ref }: SourceHead): string => `${kind} ${ref}`

/**
 * Brings the index to the state of the library, slice by slice. It compares what is there with what was indexed, so
 * neither a lost hint nor a crash leaves it behind for long.
 */
export function createIndexKeeper({ dataDir, index, pack, log }: Options) {
  let pending: SourceHead[] = []
  let running: Promise<void> | null = null
  let again = false
  /** As of the last comparison. */
  let inUse = pack

  const readingOf = (connection: Connection) => ({
    library: tables(connection, () => new Date()),
    pack: inUse,
    log,
  })

  function compare(): void {
    const library = openForReading(libraryFiles(dataDir).library)
    try {
      inUse = createOfficePack(
        pack,
        tables(library, () => new Date()),
        log,
      ).current()
      const basis = shownBy(readingOf(library))
      const wanted = searchSources(library).map((head) =>
        SHOWS_FACTS.has(head.kind) ? { ...head, stamp: `${head.stamp} ${basis}` } : head,
      )
      const stamps = index.stamps()
      pending = wanted.filter((head) => stamps.get(keyOf(head)) !== head.stamp)
      for (const head of wanted) stamps.delete(keyOf(head))
      if (stamps.size > 0) index.remove([...stamps.keys()])
    } finally {
      library.close()
    }
  }

  async function run(): Promise<void> {
    do {
      again = false
      compare()
      while (pending.length > 0 && !again) {
        slice()
        await new Promise((resolve) => setImmediate(resolve))
      }
    } while (again)
  }

  function slice(): void {
    const library = openForReading(libraryFiles(dataDir).library)
    try {
      const reading = readingOf(library)
      const read: IndexedSource[] = []
      for (const end = performance.now() + SLICE / 2; pending.length > read.length && performance.now() < end; ) {
        const head = pending[read.length]
        if (!head) break
        read.push(readSource(reading, head) ?? { ...head, title: '', passages: [] })
      }
      index.replace(read)
      pending = pending.slice(read.length)
    } finally {
      library.close()
    }
  }

  return {
    /** How many meetings, papers and documents are still to be indexed. */
    pending: () => pending.length,
    changed(): Promise<void> {
      again = true
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
    /** Until everything is indexed, or the time is over. */
    async settle(milliseconds: number): Promise<void> {
      if (!running) return
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([running.catch(() => undefined), over])
      clearTimeout(timer)
    },
  }
}
