// Starts on a disk that cannot be written, then makes it writable and tries again, as a page would. Tells what came of
// it as one line of JSON.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServices } from '../../electron/services/create-services.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { paperBody } from '../contract/paper-bodies.ts'

const disk = process.argv[2] ?? ''
const dataDir = join(disk, 'data')
const ballast = join(disk, 'ballast')

function mount(as: 'ro' | 'rw'): void {
  const { status, stderr } = spawnSync('mount', ['-o', `remount,${as}`, disk], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function fill(): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
}

const open = () => createServices({ dataDir, hostKind: 'memory', showsEveryFailure: true, log: () => {} })
let services = await open()
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await services.dispatch(name, input)
  if (!result.ok) throw new Failure(result.code, result.detail)
  return result.value as T
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
type Shown = { kind: string; code: string | null }
const short = ({ kind, code }: Shown): Shown => ({ kind, code })

const meeting = await call<{ papers: { id: string }[] }>('meeting.create', {
  title: '会',
  facts: {},
  people: [],
  papers: ['speech'],
})
const id = meeting.papers[0]?.id ?? ''
let revision = 1
async function save(text: string): Promise<void> {
  const body = paperBody('讲话', text)
  revision = (await call<{ revision: number }>('paper.save', { id, revision, body })).revision
}
async function isFound(text: string): Promise<boolean> {
  for (;;) {
    const { passages, pending } = await call<{ passages: unknown[]; pending: number }>('search.find', { text })
    if (pending === 0) return passages.length === 1
  }
}

async function closedThenOpen(spoil: () => void, mend: () => void, text: string) {
  await services.close()
  const before = readFileSync(join(dataDir, 'huibei.db'))
  spoil()
  services = await open()
  const first = short(await call<Shown>('library.state', {}))
  const refused = await codeOf(call('meeting.list', {}))
  const tooEarly = short(await call<Shown>('library.reopen', {}))
  const untouched = readFileSync(join(dataDir, 'huibei.db')).equals(before)
  mend()
  const told: string[] = []
  const stop = services.events.listen(({ name }) => told.push(name))
  told.length = 0
  const again = short(await call<Shown>('library.reopen', {}))
  await save(text)
  stop()
  const { body } = await call<{ body: string }>('paper.get', { id })
  const found = await isFound(text)
  const backedUp = (await codeOf(call('backup.make', {}))) === 'done'
  return { first, refused, tooEarly, untouched, again, told, saved: body.includes(text), found, backedUp }
}

const readOnly = await closedThenOpen(
  () => mount('ro'),
  () => mount('rw'),
  '玄武岩采石场',
)
const diskFull = await closedThenOpen(fill, () => rmSync(ballast), '石灰岩料场')

await services.close()
process.stdout.write(JSON.stringify({ 'read-only': readOnly, 'disk-full': diskFull }))
