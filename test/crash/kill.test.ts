import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openLibrary } from '../../electron/store/library.ts'
import type { CommandResult } from '../../shared/contract/failures.ts'
import { post } from '../contract/http-client.ts'
import { paperBody } from '../contract/paper-bodies.ts'
import { tempFolder } from '../temp-folder.ts'
import { randomNumbers, rounds, seed } from './rounds.ts'

const ROUNDS = rounds(25)
const WRITERS = 3
/** A round ends after this many acknowledged saves at most. */
const MOST_SAVES = 40

interface Host {
  process: ChildProcess
  port: number
  token: string
}

async function startHost(dataDir: string, rendererDir: string): Promise<Host> {
  const script = join(import.meta.dirname, 'host-child.ts')
  const child = spawn(process.execPath, [script, dataDir, rendererDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text)
    })
    child.on('exit', (code) => reject(new Error(`host ended with ${code}`)))
  })
  return { process: child, ...(JSON.parse(line) as { port: number; token: string }) }
}

async function call<T>(host: Host, name: string, input: unknown): Promise<T> {
  const response = await post(host, '/api/call', { name, input })
  const result = (await response.json()) as CommandResult<T>
  if (!result.ok) throw new Error(`${name}: ${result.code}`)
  return result.value
}

/** What a writer knows of its paper: the last acknowledged text, and the one on its way. */
interface Written {
  id: string
  revision: number
  body: string
  sent: string | null
}

test(`no acknowledged save is lost when the host is killed (${ROUNDS} times, seed ${seed})`, async () => {
  const folder = tempFolder()
  const dataDir = join(folder, 'data')
  const rendererDir = join(folder, 'renderer')
  mkdirSync(rendererDir)
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>')
  const random = randomNumbers(seed)
  const papers: Written[] = []
  let acknowledged = 0

  for (let round = 0; round < ROUNDS; round++) {
    const host = await startHost(dataDir, rendererDir)
    const ended = new Promise((resolve) => host.process.on('exit', resolve))
    while (papers.length < WRITERS) {
      const input = { title: `会议${papers.length}`, facts: {}, people: [], papers: ['speech'] }
      const meeting = await call<{ papers: { id: string }[] }>(host, 'meeting.create', input)
      const paper = await call<{ id: string; revision: number; body: string }>(host, 'paper.get', meeting.papers[0])
      papers.push({ ...paper, sent: null })
    }

    let left = 1 + Math.floor(random() * MOST_SAVES)
    const delay = Math.floor(random() * 4)
    const write = async (paper: Written) => {
      for (let number = 0; ; number++) {
        const length = Math.floor(random() * 400)
        paper.sent = paperBody('在会议上的讲话', `第${round}轮第${number}次。${'整改是政治任务。'.repeat(length)}`)
        const { revision } = await call<{ revision: number }>(host, 'paper.save', { ...paper, body: paper.sent })
        Object.assign(paper, { revision, body: paper.sent, sent: null })
        acknowledged += 1
        left -= 1
        // A save of another writer is on its way at this moment, and the next one of this writer soon.
        if (left === 0) setTimeout(() => host.process.kill('SIGKILL'), delay)
      }
    }
    await Promise.allSettled(papers.map(write))
    await ended

    const database = new Database(join(dataDir, 'huibei.db'), { readonly: true })
    expect(database.pragma('quick_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()
    const library = openLibrary({ dataDir, clock: () => new Date(), log: () => {} })
    for (const paper of papers) {
      const stored = library.papers.get(paper.id)
      const savedUnheard = stored?.revision === paper.revision + 1 && stored.body === paper.sent
      if (!savedUnheard) expect(stored).toMatchObject({ revision: paper.revision, body: paper.body })
      Object.assign(paper, { revision: stored?.revision, body: stored?.body, sent: null })
    }
    await library.close()
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS * 5)
})
