import { parentPort, workerData } from 'node:worker_threads'
import { builtInPack } from '../../../shared/packs/pack.ts'
import { libraryFiles } from '../../store/library-files.ts'
import { openSearchIndex } from '../../store/search-index.ts'
import { storeFailure } from '../../store/store-failure.ts'
import { createIndexKeeper } from './keep-index.ts'
import type { SearchAnswer, SearchQuestion } from './search-thread.ts'
import { findSimilar } from './similar.ts'

// The thread that keeps the index and answers from it, so that a big library makes nobody wait at the keyboard.

const MOST_NAMES = 20
const MOST_PASSAGES = 50
/** What somebody waits for a change of a moment ago to be indexed. Milliseconds. */
const PATIENCE = 120

const { dataDir } = workerData as { dataDir: string }
const index = openSearchIndex(libraryFiles(dataDir).searchIndex)
const log = (message: string, error?: unknown): void =>
  parentPort?.postMessage({ log: `${message} ${error instanceof Error ? (error.stack ?? error) : (error ?? '')}` })
const keeper = createIndexKeeper({ dataDir, index, pack: builtInPack, log })

const answers = {
  async find({ text }: { text: string }) {
    await keeper.settle(PATIENCE)
    return {
      names: index.find('names', text, MOST_NAMES),
      passages: index.find('bodies', text, MOST_PASSAGES),
      pending: keeper.pending(),
    }
  },
  async similar({ text, paperId, meetingId }: { text: string; paperId: string; meetingId: string }) {
    await keeper.settle(PATIENCE)
    // Papers of one meeting name the same people and things; that is no borrowing.
    const isOwn = (found: { ref: string; meetingId: string | null }) =>
      found.ref === paperId || found.meetingId === meetingId
    return { ...findSimilar(index, text, isOwn), pending: keeper.pending() }
  },
}
export type SearchAnswers = typeof answers

parentPort?.on('message', async (question: SearchQuestion) => {
  if (question.name === 'changed') {
    keeper.changed().catch((error: unknown) => log('library not indexed', error))
    return
  }
  if (question.name === 'close') {
    index.close()
    process.exit()
  }
  let answer: SearchAnswer
  try {
    answer = { id: question.id, ok: true, value: await answers[question.name](question.input as never) }
  } catch (error) {
    log(`search ${question.name} failed`, error)
    answer = { id: question.id, ok: false, code: storeFailure(error)?.code ?? 'internal' }
  }
  parentPort?.postMessage(answer)
})
