import { Worker } from 'node:worker_threads'
import { Failure, type FailureCode } from '../../../shared/contract/failures.ts'
import type { Log } from '../../store/library.ts'
import type { SearchAnswers } from './search-worker.ts'

export interface SearchQuestion {
  id: number
  name: keyof SearchAnswers | 'changed' | 'close'
  input: unknown
}
export type SearchAnswer = { id: number; ok: true; value: unknown } | { id: number; ok: false; code: FailureCode }

export interface SearchThread {
  /** @throws Failure */
  ask<N extends keyof SearchAnswers>(
    name: N,
    input: Parameters<SearchAnswers[N]>[0],
  ): Promise<Awaited<ReturnType<SearchAnswers[N]>>>
  /** Something in the library is different. Costs nothing while nobody searches. */
  changed(): void
  close(): Promise<void>
}

// The sources run as they are; the build puts the worker beside its other files.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './search-worker.ts' : './search-worker.js', import.meta.url)
/** A little after the last change, so that typing does not index every letter. Milliseconds. */
const CALM = 1500

/** The thread begins with the first question: a program that nobody searches in pays nothing. */
export function createSearchThread(dataDir: string, log: Log): SearchThread {
  let worker: Worker | null = null
  let next = 1
  let dirty = true
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()

  const post = (question: SearchQuestion) => worker?.postMessage(question)
  const tellChanges = () => {
    clearTimeout(timer)
    timer = undefined
    if (!dirty) return
    dirty = false
    post({ id: 0, name: 'changed', input: null })
  }

  function start(): Worker {
    const started = new Worker(WORKER, { workerData: { dataDir } })
    started.unref()
    started.on('message', (message: SearchAnswer | { log: string }) => {
      if ('log' in message) return log(message.log)
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.ok) asked?.resolve(message.value)
      else asked?.reject(new Failure(message.code))
      if (waiting.size === 0) started.unref()
    })
    started.on('error', (error) => log('search broke', error))
    started.on('exit', () => {
      if (worker === started) worker = null
      dirty = true
      for (const { reject } of waiting.values()) reject(new Failure('internal'))
      waiting.clear()
    })
    return started
  }

  return {
    ask(name, input) {
      if (isClosed) return Promise.reject(new Failure('busy'))
      worker ??= start()
      tellChanges()
      const id = next++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        worker?.ref()
        post({ id, name, input })
      })
    },
    changed() {
      dirty = true
      if (!worker || timer !== undefined) return
      timer = setTimeout(tellChanges, CALM)
      timer.unref()
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const closing = worker
      if (!closing) return
      // Nothing else may keep the process alive by now, and the library is still to be closed after this.
      closing.ref()
      const ended = new Promise((resolve) => closing.once('exit', resolve))
      post({ id: 0, name: 'close', input: null })
      await ended
    },
  }
}
