import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createIndexKeeper } from '../../electron/services/search/keep-index.ts'
import { findSimilar } from '../../electron/services/search/similar.ts'
import { libraryFiles } from '../../electron/store/library-files.ts'
import { openSearchIndex } from '../../electron/store/search-index.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { fillLibrary } from '../seed/fill-library.ts'
import { COMMON_WORD, createGrammar, RARE_WORD, randomFrom } from '../seed/grammar.ts'
import { type Measurement, measureTime } from './measurement.ts'

/** The promise is for 1,000,000; filling and indexing that many takes minutes, so it has to be asked for. */
const PARAGRAPHS = Number(process.env.HUIBEI_BENCH_PARAGRAPHS ?? 50_000)

export async function measure(): Promise<Measurement[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  try {
    return await measureIn(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureIn(dataDir: string): Promise<Measurement[]> {
  const meetings = Math.max(1, Math.round(PARAGRAPHS / 500))
  await fillLibrary({ dataDir, meetings, paragraphs: PARAGRAPHS, seed: 1 })
  const path = libraryFiles(dataDir).searchIndex
  const index = openSearchIndex(path)
  const plain = new Database(path, { readonly: true })
  try {
    const start = performance.now()
    await createIndexKeeper({ dataDir, index, pack: builtInPack, log: console.error }).changed()
    const built = performance.now() - start
    const size = `${PARAGRAPHS.toLocaleString('en')} paragraphs: `
    const like = plain.prepare("SELECT id FROM passages WHERE text LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 50")
    const find = (word: string) => () => void index.find('bodies', word, 50)
    const rare = measureTime(`${size}first 50 of a rare word`, find(RARE_WORD), { runs: 30, budget: 20 })
    const slow = measureTime(`${size}the same by LIKE`, () => void like.all(RARE_WORD), { runs: 3 })
    // Of a draft's paragraphs every other one is taken from the library.
    const grammar = createGrammar(randomFrom(99))
    const stored = plain.prepare('SELECT text FROM passages WHERE length(text) > 80 ORDER BY id LIMIT 25').pluck()
    const draft = (stored.all() as string[])
      .flatMap((text) => [text, grammar.paragraph()])
      .join('\n')
      .slice(0, 5000)
    return [
      { what: `${size}making the index`, median: built, p95: built },
      measureTime(`${size}first 50 of a two-character word`, find(COMMON_WORD), { runs: 30, budget: 20 }),
      measureTime(`${size}first 50 of a single character`, find('改'), { runs: 30, budget: 20 }),
      rare,
      slow,
      { what: `${size}rare word, part of LIKE's time`, median: rare.median / slow.median, p95: 0, budget: 0.1 },
      measureTime(`${size}passages of a 5,000-character draft`, () => void findSimilar(index, draft, () => false), {
        runs: 5,
        budget: 1000,
      }),
    ]
  } finally {
    plain.close()
    index.close()
  }
}
