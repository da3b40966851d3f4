// A process that works on a library until it is killed. Each line it prints is something it may be held to:
//   opened · saved <number> · backed-up <file> · replaced
// usage: store-child.ts <what> <dataDir> <number of the last save>
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeReadable } from '../../electron/store/backup-source.ts'
import { type Library, openLibrary } from '../../electron/store/library.ts'
import { libraryFiles } from '../../electron/store/library-files.ts'
import type { Migration } from '../../electron/store/migrate.ts'
import { allMigrations } from '../../electron/store/migrations/all-migrations.ts'
import { replaceLibrary } from '../../electron/store/replace-library.ts'
import { paperBody } from '../contract/paper-bodies.ts'

const [what = '', dataDir = '', last = '0'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const clock = () => new Date()

/** One more version of the program, whose migration rewrites every paper. */
const rewrite: Migration = {
  version: 99_000,
  up(connection) {
    connection.exec('ALTER TABLE papers ADD COLUMN again TEXT')
    for (let turn = 0; turn < 40; turn++) connection.exec(`UPDATE papers SET again = body || ${turn}`)
  },
}

function open(): Library {
  const migrations = what === 'migrate' ? [...allMigrations, rewrite] : allMigrations
  const library = openLibrary({ dataDir, clock, log: () => {}, migrations })
  say('opened')
  return library
}

/** The paper that counts the saves; made where there is none. */
function counter(library: Library): { id: string; revision: number } {
  const [meeting] = library.meetings.listInUse()
  const [paper] = meeting ? library.papers.listByMeeting(meeting.id) : []
  if (paper) return paper
  return library.write(() => {
    const { id } = library.meetings.add('会议', false)
    return library.papers.add({ meetingId: id, kind: 'speech', title: '0', body: paperBody('0') })
  })
}

function save(library: Library, paper: { id: string; revision: number }, number: number): void {
  const body = paperBody(String(number), '整改是政治任务。'.repeat(number % 500))
  library.write(() => {
    const stored = library.papers.get(paper.id)
    Object.assign(paper, library.papers.save(paper.id, stored?.revision ?? 0, String(number), body))
  })
  say(`saved ${number}`)
}

/** Lets what happens beside the work have its turn. */
const breathe = () => new Promise((resolve) => setImmediate(resolve))

let library = open()
let number = Number(last)
if (what === 'back-up') {
  void (async () => {
    for (;;) say(`backed-up ${(await library.backUp('manual')).fileName}`)
  })()
}
for (;;) {
  const paper = counter(library)
  for (let turn = 0; turn < 20; turn++) {
    save(library, paper, ++number)
    await breathe()
  }
  if (what === 'replace') {
    const { fileName } = await library.backUp('manual')
    save(library, paper, ++number)
    const files = libraryFiles(dataDir)
    const { copy } = makeReadable({ path: join(files.backups, fileName), password: null, folder: files.opened })
    await library.close()
    say(`replacing ${number - 1}`)
    replaceLibrary(dataDir, copy, clock())
    number -= 1
    say(`replaced ${number}`)
    library = open()
  }
}
