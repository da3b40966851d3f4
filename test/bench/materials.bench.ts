import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { exportDocx } from '../../electron/docx/export-docx.ts'
import { createServices } from '../../electron/services/create-services.ts'
import { recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { createGrammar, randomFrom } from '../seed/grammar.ts'
import type { Measurement } from './measurement.ts'

const PAPERS = 2_000
/** Memory is read after each of these rounds; the first ones load code and fill caches that stay. */
const ROUND = 200
const WARM_UP = 3
/** Megabytes that all rounds behind the warm-up may add; held back papers would add ten times that. */
const MOST_GROWTH = 10

const grammar = createGrammar(randomFrom(7))

/** A paper of about 3,000 characters, every second one a Word file; no two alike. */
async function oldPaper(number: number): Promise<{ fileName: string; bytes: string }> {
  const text = [
    `在${grammar.unit()}第${number}次会议上的讲话`,
    '同志们：',
    ...Array.from({ length: 30 }, grammar.paragraph),
  ].join('\n')
  if (number % 2 === 0) return { fileName: `${number}.txt`, bytes: Buffer.from(text).toString('base64') }
  const bytes = await exportDocx({
    doc: recognisePaper(sourceLines(text)).doc,
    kind: 'speech',
    factText: (key) => ({ text: null, label: key }),
    settings: defaultSettings,
    layout: 'standard',
    title: '讲话',
    author: '',
    date: '2026-11-22T00:00:00Z',
  })
  return { fileName: `${number}.docx`, bytes: Buffer.from(bytes).toString('base64') }
}

/** What is in use after everything that is not has been let go: JavaScript's own and buffers beside it. */
function memoryInUse(collect: () => void): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

/** Memory while a folder of old papers is taken in, one after the other as the screen does it. */
export async function measure(): Promise<Measurement[]> {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const folder = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  const services = await createServices({ dataDir: folder, hostKind: 'memory', log: () => {} })
  const inUse: number[] = []
  const times: number[] = []
  let highest = 0
  try {
    for (let number = 0; number < PAPERS; number++) {
      const input = await oldPaper(number)
      const start = performance.now()
      const result = await services.dispatch('material.import', input)
      times.push(performance.now() - start)
      if (!result.ok) throw new Error(`paper ${number}: ${result.code}`)
      highest = Math.max(highest, process.memoryUsage.rss() / 1e6)
      if ((number + 1) % ROUND === 0) inUse.push(memoryInUse(collect))
    }
  } finally {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const settled = inUse.slice(WARM_UP)
  const growth = (settled.at(-1) ?? 0) - (settled[0] ?? 0)
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return [
    { what: 'take in one old paper', median: at(0.5), p95: at(0.95) },
    {
      what: `MB in use that grew from paper ${ROUND * (WARM_UP + 1)} to paper ${PAPERS}`,
      median: growth,
      p95: growth,
      budget: MOST_GROWTH,
    },
    { what: 'MB in use at the end', median: inUse.at(-1) ?? 0, p95: Math.max(...inUse) },
    { what: 'MB of the whole process at most, the making of the papers included', median: highest, p95: highest },
  ]
}
