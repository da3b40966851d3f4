import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { OpenedFile } from './opened-file.ts'

/** How another start of the program reaches the host that has the library open. */
export interface RunningHost {
  port: number
  token: string
}

const fileOf = (dataDir: string): string => join(dataDir, 'running.json')

/**
 * Leaves word of a running host for the second start, readable for its user alone. Written by the process that holds
 * the library's lock, so what an earlier one left behind after a crash is replaced before anyone can be misled.
 */
export function announceHost(dataDir: string, host: RunningHost): void {
  const file = fileOf(dataDir)
  const beside = `${file}.${process.pid}.tmp`
  rmSync(beside, { force: true })
  writeFileSync(beside, JSON.stringify(host), { mode: 0o600, flag: 'wx' })
  renameSync(beside, file)
}

export function withdrawHost(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
}

export function findRunningHost(dataDir: string): RunningHost | null {
  try {
    const { port, token } = Object(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
    return Number.isInteger(port) && typeof token === 'string' ? { port, token } : null
  } catch {
    return null
  }
}

/**
 * Asks a running host for a code that opens one page.
 * @returns null when nothing of ours answers there
 */
export async function askForCode(host: RunningHost, patience = 3000): Promise<string | null> {
  const { code } = Object(await post(host, '/api/code', {}, patience))
  return typeof code === 'string' ? code : null
}

/** Hands a file over to a running host, for its page. @returns whether the host took it */
export async function offerToRunning(host: RunningHost, file: OpenedFile, patience = 30_000): Promise<boolean> {
  const { fileName } = file
  const bytes = Buffer.from(file.bytes).toString('base64')
  return (await post(host, '/api/offer', { fileName, bytes }, patience)) !== null
}

/** @returns the answer, or null when there was none, or another than a good one */
function post({ port, token }: RunningHost, path: string, body: object, patience: number): Promise<unknown> {
  return new Promise((resolve) => {
    const origin = `http://127.0.0.1:${port}`
    const call = request(
      `${origin}${path}`,
      {
        method: 'POST',
        timeout: patience,
        agent: false,
        headers: {
          Origin: origin,
          'Sec-Fetch-Site': 'same-origin',
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text = (text + chunk).slice(0, 1000)
        })
        response.on('error', () => resolve(null))
        response.on('end', () => resolve(response.statusCode === 200 ? parse(text) : null))
      },
    )
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(null))
    call.end(JSON.stringify(body))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The code stands in the fragment, which no server and no log ever sees; it opens one page, once, for a minute. */
export const addressWithCode = (port: number, code: string): string => `http://127.0.0.1:${port}/#code=${code}`
