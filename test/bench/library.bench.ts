import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServices, type Services } from '../../electron/services/create-services.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { runJob } from '../../electron/store/run-job.ts'
import { paperBody } from '../contract/paper-bodies.ts'
import type { Measurement } from './measurement.ts'

const clock = () => new Date()
const open = (dataDir: string) => createServices({ dataDir, hostKind: 'memory', log: () => {} })

async function call<T>({ dispatch }: Services, name: string, input: unknown): Promise<T> {
  const result = await dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.code}`)
  return result.value as T
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function measured(what: string, times: number[], budget?: number): Measurement {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), ...(budget === undefined ? {} : { budget }) }
}

/** Every save goes the whole way: parsed, checked against its revision, synced to the disk. */
async function autosave(dataDir: string): Promise<Measurement[]> {
  const services = await open(dataDir)
  const input = { title: '会', facts: {}, people: [], papers: ['speech'] }
  const { papers } = await call<{ papers: { id: string }[] }>(services, 'meeting.create', input)
  const id = papers[0]?.id ?? ''
  let revision = 1
  const times: number[] = []
  for (let turn = 0; turn < 600; turn++) {
    const lines = Array.from({ length: 100 }, (_, line) => `第${turn}次第${line}段，${'整改落实到位，'.repeat(28)}`)
    const body = paperBody('在会议上的讲话', ...lines)
    times.push(
      await timed(async () => {
        revision = (await call<{ revision: number }>(services, 'paper.save', { id, revision, body })).revision
      }),
    )
  }
  await services.close()
  const sorted = times.slice(100).sort((a, b) => a - b)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
  return [
    measured('autosave of 20,000 characters', times.slice(100)),
    {
      what: 'autosave of 20,000 characters: the slowest of a hundred',
      median: p99,
      p95: sorted.at(-1) ?? 0,
      budget: 10,
    },
  ]
}

/** 2,000 meetings, each with a paper and thirty versions of it: about a gigabyte. */
function fill(dataDir: string): Promise<void> {
  const library = openLibrary({ dataDir, clock, log: () => {} })
  const text = (number: number) =>
    Array.from({ length: 25 }, (_, line) => `第${number}篇第${line}段，${'压实责任，抓好整改落实。'.repeat(16)}`)
  for (let start = 0; start < 2000; start += 100) {
    library.writeAside(() => {
      for (let number = start; number < start + 100; number++) {
        const { id } = library.meetings.add(`第${number}次会议`, false)
        library.facts.replace(id, { unit: `镇${number}`, county: '青垣县', meetingDate: '2026-12-15' })
        const body = paperBody('讲话', ...text(number))
        const paper = library.papers.add({ meetingId: id, kind: 'speech', title: '讲话', body })
        const version = {
          paperId: paper.id,
          name: '',
          author: '',
          body,
          facts: '',
          characters: 5000,
          written: paper.updated,
        }
        for (let turn = 0; turn < 30; turn++) library.revisions.add(version)
      }
    })
  }
  return library.close()
}

async function large(dataDir: string): Promise<Measurement[]> {
  await fill(dataDir)
  const path = join(dataDir, 'huibei.db')
  const size = `${(statSync(path).size / 1e9).toFixed(2)} GB`
  const first = await open(dataDir)
  await call(first, 'meeting.list', {})
  await first.close()

  const starts: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    let services: Services | undefined
    starts.push(
      await timed(async () => {
        services = await open(dataDir)
        await call(services, 'meeting.list', {})
      }),
    )
    await services?.close()
  }
  const time = Date.now()
  const backup = await timed(() => runJob('backUp', { dataDir, time, reason: 'manual' }))
  return [
    measured(`open ${size} and list 2,000 meetings`, starts, 300),
    measured(`back up ${size} and check the copy, in a worker`, [backup]),
    measured(`check every page of ${size}, in a worker`, [await timed(() => runJob('check', { path }))]),
    measured(`salvage ${size}, in a worker`, [await timed(() => runJob('salvage', { dataDir, time: time + 1 }))]),
  ]
}

export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  try {
    return [...(await autosave(join(folder, 'small'))), ...(await large(join(folder, 'large')))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
