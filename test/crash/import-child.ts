// A program that takes old papers in, and meetings of a backup, until it is killed. Each line it prints is something it
// may be held to: opened · imported <number> · taken <number>
// usage: import-child.ts import <dataDir> <number of the last old paper> <number of meetings taken>
import { writeSync } from 'node:fs'
import { createServices } from '../../electron/services/create-services.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { paperBody } from '../contract/paper-bodies.ts'

const [, dataDir = '', last = '0', before = '0'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)
const services = await createServices({ dataDir, hostKind: 'memory', log: () => {} })
async function call<T>(name: string, input: unknown): Promise<T> {
  const result = await services.dispatch(name, input)
  if (!result.ok) throw new Failure(result.code, result.detail)
  return result.value as T
}

type Meetings = { id: string; title: string }[]
const isThere = (await call<Meetings>('meeting.list', {})).some(({ title }) => title === '会')
if (!isThere) {
  const { papers } = await call<{ papers: { id: string }[] }>('meeting.create', {
    ...{ title: '会', facts: { unit: '柳溪镇' }, people: [], papers: ['speech', 'response'] },
  })
  for (const { id } of papers)
    await call('paper.save', { id, revision: 1, body: paperBody('讲话', '整改。'.repeat(3000)) })
}
const { backups } = await call<{ backups: { id: string }[] }>('backup.make', {})
const opened = await call<{ source: string; meetings: Meetings }>('backup.open', {
  ...{ id: backups[0]?.id, password: null },
})
const meetingIds = opened.meetings.filter(({ title }) => title === '会').map(({ id }) => id)
let taken = Number(before)
for (let number = Number(last) + 1; ; number++) {
  const bytes = Buffer.from(`第${number}篇\n${`这是第${number}篇旧稿里的话。`.repeat(number % 700)}完`).toString(
    'base64',
  )
  await call('material.import', { fileName: `${number}.txt`, bytes })
  say(`imported ${number}`)
  // The first one brings what reads papers into memory; from here on it is the work that is interrupted.
  if (number === Number(last) + 1) say('opened')
  if (number % 3 > 0) continue
  await call('backup.take', { source: opened.source, meetingIds })
  taken += 1
  say(`taken ${taken}`)
}
