import { Worker } from 'node:worker_threads'
import { Failure, type FailureCode } from '../../shared/contract/failures.ts'
import type { JobName, Jobs } from './worker-jobs.ts'

export interface JobOrder {
  name: JobName
  input: unknown
}

export type JobResult =
  | { ok: true; value: unknown }
  | { ok: false; code: FailureCode | null; detail: string | undefined; trace: string }

// The sources run as they are; the build puts the worker beside its other files.
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './store-worker.ts' : './store-worker.js', import.meta.url)

/**
 * Does one of the jobs in a thread of its own.
 * @throws Failure what the job threw; an Error with the job's trace when it was a bug
 */
export function runJob<N extends JobName>(name: N, input: Parameters<Jobs[N]>[0]): Promise<ReturnType<Jobs[N]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: { name, input } satisfies JobOrder })
    worker.once('message', (result: JobResult) => {
      if (result.ok) resolve(result.value as ReturnType<Jobs[N]>)
      else if (result.code) reject(new Failure(result.code, result.detail))
      else reject(new Error(`${name}: ${result.trace}`))
    })
    worker.once('error', reject)
    worker.once('exit', (status) => reject(new Error(`${name} ended with ${status}`)))
  })
}
