import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importPaper } from '../../../../electron/import/import-paper.ts'
import { readDraft } from '../../../../electron/import/read-draft.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { makeDocx, p } from '../../../fixtures/import/make-docx.ts'

/** More by HUIBEI_FUZZ. */
const ROUNDS = Number(process.env.HUIBEI_FUZZ ?? 5000)
const SLOWEST = 5_000
const MOST_MEMORY = 500_000_000

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url)))
const text = fixture('docx/four-levels.txt')
const seeds: Record<string, Uint8Array> = {
  docx: makeDocx({
    body: strFromU8(text)
      .split('\n')
      .map((line) => p(line))
      .join(''),
  }),
  odt: fixture('import/speech.odt'),
  doc: fixture('import/speech.doc'),
  txt: text,
}

/** A sequence that is the same in every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x3c, 0x3e, 0x26]

function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let result = Uint8Array.from(bytes)
  for (let count = 1 + next(8); count > 0; count--) {
    const at = next(Math.max(1, result.length))
    const length = next(64)
    if (next(6) === 0) result = result.slice(0, at)
    else if (next(5) === 0) result.copyWithin(next(Math.max(1, result.length)), at, at + length)
    else if (next(4) === 0) result.fill(NASTY[next(NASTY.length)] ?? 0, at, at + length)
    else result[at] = next(3) === 0 ? (NASTY[next(NASTY.length)] ?? 0) : next(256)
  }
  return result
}

/** Faults inside the parts of a zip, which would otherwise hide behind a broken checksum. */
function mutateInside(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'))
  const name = names[next(names.length)] ?? ''
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  const tags = [...xml.matchAll(/<[^>]*>/g)]
  const tag = tags[next(Math.max(1, tags.length))]
  const at = tag?.index ?? 0
  const nested = '<w:p><text:list><text:p>'.repeat(next(300))
  const changed = [
    () => xml.slice(0, at) + xml.slice(at + (tag?.[0].length ?? 0)),
    () => xml.slice(0, at) + nested + xml.slice(at),
    () => xml.slice(0, at) + (tag?.[0] ?? '').repeat(1 + next(200)) + xml.slice(at),
    () => strFromU8(mutate(strToU8(xml), next)),
    () => xml.replace(/"\d+"/g, () => `"${[-1, 0, 1e9, Number.NaN][next(4)]}"`),
  ][next(5)]
  parts[name] = strToU8(changed?.() ?? '')
  return zipSync(parts, { level: 1 })
}

describe.each(Object.entries(seeds))('%s', (ending, seed) => {
  test('whatever is broken in a file, it is read or refused in a sentence, and soon', async () => {
    let [read, refused, slowest, most] = [0, 0, 0, 0]
    const next = random(ending.charCodeAt(0) * 1000 + ending.length)
    const isZip = seed[0] === 0x50
    for (let round = 0; round < Math.ceil(ROUNDS / 4); round++) {
      const bytes = isZip && next(2) === 0 ? mutateInside(seed, next) : mutate(seed, next)
      const started = performance.now()
      try {
        const { doc } =
          round % 2 === 0 ? await importPaper(`a.${ending}`, bytes) : await readDraft(`a.${ending}`, bytes)
        doc.check()
        read += 1
      } catch (error) {
        if (!(error instanceof Failure)) throw new Error(`round ${round}`, { cause: error })
        expect(error.detail).toMatch(/\p{Script=Han}/u)
        refused += 1
      }
      slowest = Math.max(slowest, performance.now() - started)
      expect(slowest, `round ${round}`).toBeLessThan(SLOWEST)
      // The whole process, test runner included: every file of tests has one of its own.
      most = Math.max(most, process.memoryUsage.rss())
      expect(most, `round ${round}`).toBeLessThan(MOST_MEMORY)
    }
    expect(read).toBeGreaterThan(0)
    if (ending !== 'txt') expect(refused).toBeGreaterThan(0)
    if (process.env.HUIBEI_FUZZ)
      console.info(
        `${ending}: ${read} read, ${refused} refused, slowest ${slowest.toFixed(0)} ms, at most ${Math.round(most / 1e6)} MB`,
      )
  }, 600_000)
})
