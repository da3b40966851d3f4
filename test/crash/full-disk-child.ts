// Works on a library on a disk of three megabytes until it is full, and tells what came of it as one line of JSON.
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServices } from '../../electron/services/create-services.ts'
import { faultOf } from '../../electron/store/backup.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { paperBody } from '../contract/paper-bodies.ts'

const disk = process.argv[2] ?? ''
const dataDir = join(disk, 'data')
const ballast = join(disk, 'ballast')

/** Takes what is left but for some bytes. */
function fill(left: number): void {
  rmSync(ballast, { force: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
}

const open = () => createServices({ dataDir, hostKind: 'memory', log: () => {} })
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

const meeting = await call<{ papers: { id: string }[] }>('meeting.create', {
  title: '会',
  facts: {},
  people: [],
  papers: ['speech'],
})
const id = meeting.papers[0]?.id ?? ''
const first = paperBody('讲话', '先写的。')
const { revision } = await call<{ revision: number }>('paper.save', { id, revision: 1, body: first })
await call('backup.make', {})
const backups = () => readdirSync(join(dataDir, 'backups')).sort().join()
const before = backups()

fill(0)
const long = paperBody('讲话', '整改是政治任务。'.repeat(20_000))
const refused = await codeOf(call('paper.save', { id, revision, body: long }))
const stored = await call<{ body: string; revision: number }>('paper.get', { id })
const keptAfterRefusal = stored.body === first && stored.revision === revision
const readWhileFull = (await call<unknown[]>('meeting.list', {})).length > 0
const backupWhileFull = await codeOf(call('backup.make', {}))
const noHalfBackup = backups() === before
await services.close()

fill(0)
const startWhileFull = await open().then(
  async (opened) => {
    services = opened
    await opened.close()
    return 'opened'
  },
  (error: unknown) => (error instanceof Failure ? error.code : String(error)),
)

rmSync(ballast, { force: true })
services = await open()
await call('paper.save', { id, revision, body: paperBody('讲话', '后写的。') })
const again = await call<{ body: string }>('paper.get', { id })
await services.close()
process.stdout.write(
  JSON.stringify({
    refused,
    keptAfterRefusal,
    readWhileFull,
    backupWhileFull,
    noHalfBackup,
    startWhileFull,
    savedWithRoom: again.body.includes('后写的'),
    whole: faultOf(join(dataDir, 'huibei.db')) === null,
  }),
)
