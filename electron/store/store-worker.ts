import { parentPort, workerData } from 'node:worker_threads'
import type { JobOrder, JobResult } from './run-job.ts'
import { storeFailure } from './store-failure.ts'
import { jobs } from './worker-jobs.ts'

const { name, input } = workerData as JobOrder

function run(): JobResult {
  try {
    return { ok: true, value: (jobs[name] as (input: unknown) => unknown)(input) }
  } catch (error) {
    const failure = storeFailure(error)
    const trace = error instanceof Error ? (error.stack ?? String(error)) : String(error)
    return { ok: false, code: failure?.code ?? null, detail: failure?.detail, trace }
  }
}

parentPort?.postMessage(run())
