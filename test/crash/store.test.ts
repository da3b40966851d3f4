import { spawn } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultOf, listBackups } from '../../electron/store/backup.ts'
import { type Library, openLibrary } from '../../electron/store/library.ts'
import { libraryFiles } from '../../electron/store/library-files.ts'
import { tempFolder } from '../temp-folder.ts'
import { randomNumbers, rounds, seed } from './rounds.ts'

/** Of four kinds of work; with importing and what the other files kill more than 230 in every run. */
const ROUNDS = rounds(45)
/** Each starts a whole program. */
const IMPORTS = rounds(15)

/** What the child was heard to say before it was killed. */
interface Heard {
  opened: boolean
  /** The last save it said was done. */
  saved: number
  /** The save it had gone back to, or was going back to, when it was killed; null when it was not. */
  replacing: number | null
  backups: string[]
  /** Old papers taken in, meetings taken from a backup. */
  imported: number
  taken: number
}

/** Lets a child work and kills it some milliseconds after it has opened the library, or while it opens it. */
async function killOne(what: string, dataDir: string, last: number, delay: number, taken = 0): Promise<Heard> {
  const script = join(import.meta.dirname, what === 'import' ? 'import-child.ts' : 'store-child.ts')
  const child = spawn(process.execPath, [script, what, dataDir, String(last), String(taken)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard: Heard = { opened: false, saved: last, replacing: null, backups: [], imported: last, taken }
  let text = ''
  let wrong = ''
  child.stderr.on('data', (chunk: Buffer) => {
    wrong += chunk.toString()
  })
  let isDue = false
  const killSoon = () => {
    if (!isDue) setTimeout(() => child.kill('SIGKILL'), delay)
    isDue = true
  }
  // Migrating happens while it opens: the clock runs from the moment the program can have begun.
  if (what === 'migrate') child.once('spawn', () => setTimeout(killSoon, 50))
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const [word, value = ''] = line.split(' ')
      if (word === 'opened') {
        heard.opened = true
        killSoon()
      }
      if (word === 'saved') Object.assign(heard, { saved: Number(value), replacing: null })
      if (word === 'imported' || word === 'taken') heard[word] = Number(value)
      if (word === 'replacing' || word === 'replaced') heard.replacing = Number(value)
      if (word === 'backed-up') heard.backups.push(value)
    }
  })
  const signal = await new Promise((resolve) => child.on('close', (_code, why) => resolve(why)))
  expect(signal, wrong).toBe('SIGKILL')
  return heard
}

const open = (dataDir: string): Library => openLibrary({ dataDir, clock: () => new Date(), log: () => {} })

/** The number of the save that the library holds. */
function savedIn(library: Library): number {
  const [meeting] = library.meetings.listInUse()
  const [paper] = meeting ? library.papers.listByMeeting(meeting.id) : []
  return Number(paper?.title ?? 0)
}

function expectWhole(dataDir: string): void {
  const files = libraryFiles(dataDir)
  expect(faultOf(files.library)).toBeNull()
  const left = readdirSync(dataDir, { recursive: true }).map(String)
  expect(left.filter((name) => name.includes('unfinished') || name.includes('incoming'))).toEqual([])
  for (const { fileName } of listBackups(files.backups)) expect(faultOf(join(files.backups, fileName))).toBeNull()
}

describe(`killed ${ROUNDS} times each, seed ${seed}`, () => {
  test.each(['save', 'back-up', 'replace'])('while it does this: %s', { timeout: 600_000 }, async (what) => {
    const random = randomNumbers(seed)
    const dataDir = tempFolder()
    let last = 0
    let done = 0
    for (let round = 0; round < ROUNDS; round++) {
      const heard = await killOne(what, dataDir, last, Math.floor(random() * (what === 'save' ? 60 : 250)))
      const library = open(dataDir)
      const held = savedIn(library)
      // A save may have been done and not been heard; what was said to be done is never missing.
      if (heard.replacing === null) expect([heard.saved, heard.saved + 1]).toContain(held)
      else expect([heard.replacing, heard.replacing + 1]).toContain(held)
      expectWhole(dataDir)
      done += held === last ? 0 : 1
      last = held
      await library.close()
    }
    expect(done).toBeGreaterThan(ROUNDS / 3)
  })

  test(`while it takes papers and meetings in, ${IMPORTS} times: each is there whole, or not at all`, {
    timeout: 600_000,
  }, async () => {
    const random = randomNumbers(seed)
    const dataDir = tempFolder()
    let [imported, taken] = [0, 0]
    for (let round = 0; round < IMPORTS; round++) {
      const heard = await killOne('import', dataDir, imported, Math.floor(random() * 120), taken)
      const library = open(dataDir)
      const documents = library.documents.list()
      expect([heard.imported, heard.imported + 1]).toContain(documents.length)
      for (const { id } of documents.slice(0, 3)) {
        const { title = '', text = '' } = library.documents.get(id) ?? {}
        expect([title, text.endsWith('完')]).toEqual([expect.stringMatching(/^第\d+篇$/), true])
      }
      const copies = library.meetings.listInUse().filter(({ title }) => title === '会（从备份取回）')
      expect([heard.taken, heard.taken + 1]).toContain(copies.length)
      for (const { id } of copies.slice(0, 3)) {
        expect(library.papers.listByMeeting(id)).toHaveLength(2)
        expect(library.facts.list(id)).toEqual({ unit: '柳溪镇' })
      }
      expectWhole(dataDir)
      imported = documents.length
      taken = copies.length
      await library.close()
    }
    expect(imported).toBeGreaterThanOrEqual(IMPORTS)
    expect(taken).toBeGreaterThan(0)
  })

  test('while it migrates: the older version or the newer one, with every paper', { timeout: 600_000 }, async () => {
    const random = randomNumbers(seed)
    const origin = tempFolder()
    const first = open(origin)
    first.write(() => {
      const { id } = first.meetings.add('会议', false)
      for (let number = 1; number <= 60; number++) {
        const body = '整改'.repeat(5000)
        first.papers.add({ meetingId: id, kind: 'speech', title: String(number), body })
      }
    })
    await first.close()
    const seen = { older: 0, newer: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const dataDir = tempFolder()
      cpSync(join(origin, 'huibei.db'), join(dataDir, 'huibei.db'))
      await killOne('migrate', dataDir, 0, Math.floor(random() * 500))
      // This program is the older one: it opens what was not migrated, and refuses what was.
      let library: Library | null = null
      try {
        library = open(dataDir)
        seen.older += 1
      } catch (error) {
        expect(String(error)).toContain('too-new')
        seen.newer += 1
      }
      if (library) expect(library.papers.listByMeeting(library.meetings.listInUse()[0]?.id ?? '')).toHaveLength(60)
      await library?.close()
      expect(faultOf(join(dataDir, 'huibei.db'))).toBeNull()
    }
    expect(seen.older).toBeGreaterThan(0)
  })
})
