// A program that takes meeting files in, one after the other, and exports after each, until it is killed. Each line it
// prints is something it may be held to: opened · taken <number> · exported <number>
// usage: transfer-child.ts <dataDir> <folder with 1.huibei, 2.huibei …> <number of the last file taken>
import { existsSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '../../electron/services/atomic-write.ts'
import { createServices } from '../../electron/services/create-services.ts'
import { Failure } from '../../shared/contract/failures.ts'

const [dataDir = '', stick = '', last = '0'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const services = await createServices({ dataDir, hostKind: 'memory', log: () => {} })
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await services.dispatch(name, input)
  if (!result.ok) throw new Failure(result.code, result.detail)
  return result.value as T
}

say('opened')
for (let number = Number(last) + 1; existsSync(join(stick, `${number}.huibei`)); number++) {
  const bytes = readFileSync(join(stick, `${number}.huibei`)).toString('base64')
  const opened = { fileName: `${number}.huibei`, bytes, password: null }
  const { source } = await call<{ source: string }>('transfer.open', opened)
  const { meetingId } = await call<{ meetingId: string }>('transfer.take', {
    ...{ source, withClues: false, withPack: false },
  })
  say(`taken ${number}`)
  const file = await call<{ bytes: string }>('transfer.export', { meetingId, password: null, withClues: false })
  await writeFileAtomically(join(stick, 'back.huibei'), Buffer.from(file.bytes, 'base64'))
  say(`exported ${number}`)
}
setInterval(() => {}, 1000)
