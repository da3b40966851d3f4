import { spawn } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openLibrary } from '../../electron/store/library.ts'
import { libraryFiles } from '../../electron/store/library-files.ts'
import { agendaSchema } from '../../shared/model/rectification/agenda.ts'
import { tempFolder } from '../temp-folder.ts'
import { randomNumbers, rounds, seed } from './rounds.ts'

const ROUNDS = rounds(10)

interface Heard {
  changed: number
  agenda: number
}

/** Lets a child change the ledger and kills it some milliseconds after it has begun. */
async function killOne(dataDir: string, last: Heard, delay: number): Promise<Heard> {
  const script = join(import.meta.dirname, 'ledger-child.ts')
  const child = spawn(process.execPath, [script, dataDir, String(last.changed)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const heard = { ...last }
  let text = ''
  let wrong = ''
  child.stderr.on('data', (chunk: Buffer) => {
    wrong += chunk.toString()
  })
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const [word, value = ''] = line.split(' ')
      if (word === 'opened') setTimeout(() => child.kill('SIGKILL'), delay)
      if (word === 'changed' || word === 'agenda') heard[word] = Number(value)
    }
  })
  const signal = await new Promise((resolve) => child.on('close', (_code, why) => resolve(why)))
  expect(signal, wrong).toBe('SIGKILL')
  return heard
}

const name = `a ledger that is killed keeps every change whole, with its history and the papers (${ROUNDS} times, seed ${seed})`
test(name, { timeout: 600_000 }, async () => {
  const random = randomNumbers(seed)
  const dataDir = tempFolder()
  let last: Heard = { changed: 0, agenda: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const heard = await killOne(dataDir, last, Math.floor(random() * 200))
    const database = new Database(libraryFiles(dataDir).library, { readonly: true })
    expect(database.pragma('quick_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()
    const library = openLibrary({ dataDir, clock: () => new Date(), log: () => {} })
    const meeting = library.meetings.listInUse().find(({ title }) => title === '整改')
    const id = meeting?.id ?? ''

    // Three problems change together or not at all; what was said to be done is there.
    const notes = library.problems.list(id).map(({ content }) => Number(JSON.parse(content).note))
    expect(new Set(notes).size).toBe(1)
    const changed = notes[0] ?? -1
    expect([heard.changed, heard.changed + 1]).toContain(changed)
    // Each with its lines, no line twice.
    const lines = library.history.list(id).filter(({ what }) => what.startsWith('改“备注”'))
    expect(lines.slice(0, 3).map(({ what }) => what)).toEqual(
      Array(changed > 0 ? 3 : 0).fill(`改“备注”：${changed - 1} → ${changed}`),
    )
    expect(lines).toHaveLength(Math.min(3 * changed, 500))

    // The agenda and the paper that follows it are of one mind.
    const stored = library.sheets.get(id, 'agenda')
    const agenda = stored === null ? null : agendaSchema.parse(JSON.parse(stored))
    const paper = library.papers.listByMeeting(id).find(({ kind }) => kind === 'host-script')
    const body = library.papers.get(paper?.id ?? '')?.body ?? ''
    if (agenda) {
      // The one that was heard last, or one that nobody was told of any more.
      expect([0, 3, 6].map((more) => (heard.agenda + more) % 500)).toContain(agenda.closingMinutes)
      expect(body.match(/第[一二三四]项议程/g)).toHaveLength(agenda.items.length)
    }
    last = { changed, agenda: heard.agenda }
    await library.close()
  }
  expect(last.changed).toBeGreaterThan(ROUNDS)
})
