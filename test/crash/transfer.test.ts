import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createServices } from '../../electron/services/create-services.ts'
import { faultOf } from '../../electron/store/backup.ts'
import { readPackage } from '../../electron/transfer/read-package.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { emptyProblem } from '../../shared/model/rectification/ledger.ts'
import { paperBody } from '../contract/paper-bodies.ts'
import { tempFolder } from '../temp-folder.ts'
import { randomNumbers, rounds, seed } from './rounds.ts'

/** Each starts a whole program. */
const ROUNDS = rounds(6)
const FILES = ROUNDS * 3

async function openServices(dataDir: string) {
  const services = await createServices({ dataDir, hostKind: 'memory', log: () => {} })
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const result = await services.dispatch(name, input)
    if (!result.ok) throw new Failure(result.code, result.detail)
    return result.value as T
  }
  return { call, close: services.close }
}

/** A meeting as it grows on another machine, a file for each step: paper, fact and ledger all carry its number. */
async function fillStick(stick: string): Promise<{ meetingId: string; paperId: string }> {
  const { call, close } = await openServices(tempFolder())
  const meeting = await call<{ id: string; papers: { id: string }[] }>('meeting.create', {
    ...{ title: '会', facts: {}, people: [], papers: ['speech'] },
  })
  const [meetingId, paperId] = [meeting.id, meeting.papers[0]?.id ?? '']
  const problem = { ...emptyProblem, id: crypto.randomUUID(), text: '0' }
  await call('ledger.change', { meetingId, revision: 0, change: { kind: 'add-problems', problems: [problem] } })
  for (let number = 1; number <= FILES; number++) {
    const { revision } = await call<{ revision: number }>('paper.get', { id: paperId })
    await call('paper.save', { id: paperId, revision, body: paperBody(String(number), '整改。'.repeat(number * 20)) })
    await call('facts.save', { meetingId, revision: number, facts: { unit: String(number) } })
    const change = { kind: 'edit-problem', id: problem.id, fields: { text: String(number) } }
    await call('ledger.change', { meetingId, revision: number, change })
    const file = await call<{ bytes: string }>('transfer.export', { meetingId, password: null, withClues: false })
    writeFileSync(join(stick, `${number}.huibei`), Buffer.from(file.bytes, 'base64'))
  }
  await close()
  return { meetingId, paperId }
}

/** @returns the number of the last file it said was taken */
async function killOne(dataDir: string, stick: string, last: number, delay: number): Promise<number> {
  const script = join(import.meta.dirname, 'transfer-child.ts')
  const child = spawn(process.execPath, [script, dataDir, stick, String(last)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [text, wrong] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => {
    wrong += chunk.toString()
  })
  child.stdout.on('data', (chunk: Buffer) => {
    // The first one brings the code into memory; from here on it is the work that is interrupted.
    const isFirst = !text.includes('taken')
    text += chunk.toString()
    if (isFirst && text.includes('taken')) setTimeout(() => child.kill('SIGKILL'), delay)
  })
  const signal = await new Promise((resolve) => child.on('close', (_code, why) => resolve(why)))
  expect(signal, wrong).toBe('SIGKILL')
  return Number([...text.matchAll(/^taken (\d+)$/gm)].at(-1)?.[1] ?? last)
}

test(`killed while it takes meetings in and exports them (${ROUNDS} times, seed ${seed}): all of a file or nothing`, {
  timeout: 600_000,
}, async () => {
  const random = randomNumbers(seed)
  const [dataDir, stick] = [tempFolder(), tempFolder()]
  const { meetingId, paperId } = await fillStick(stick)
  let last = 0
  for (let round = 0; round < ROUNDS && last < FILES; round++) {
    const heard = await killOne(dataDir, stick, last, Math.floor(random() * 700))
    expect(faultOf(join(dataDir, 'huibei.db'))).toBeNull()
    const database = new Database(join(dataDir, 'huibei.db'), { readonly: true })
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()

    const { call, close } = await openServices(dataDir)
    const isThere = (await call<{ id: string }[]>('meeting.list', {})).some(({ id }) => id === meetingId)
    let held = 0
    if (isThere) {
      const meeting = await call<{ facts: { unit: string } }>('meeting.get', { id: meetingId })
      const paper = await call<{ title: string }>('paper.get', { id: paperId })
      const { problems } = await call<{ problems: { text: string }[] }>('ledger.get', { meetingId })
      held = Number(meeting.facts.unit)
      expect([paper.title, problems[0]?.text]).toEqual([String(held), String(held)])
      expect(await call('transfer.conflicts', { meetingId })).toEqual([])
    }
    // One more may have been taken and not been heard; what was said to be taken is never missing.
    expect([heard, heard + 1]).toContain(held)
    await close()
    const back = join(stick, 'back.huibei')
    if (existsSync(back)) expect(readPackage(readFileSync(back)).head.meetingId).toBe(meetingId)
    last = held
  }
  expect(last).toBeGreaterThanOrEqual(Math.min(ROUNDS, FILES))
})
