import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'

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
export function askForCode({ port, token }: RunningHost, patience = 3000): Promise<string | null> {
  return new Promise((resolve) => {
    const origin = `http://127.0.0.1:${port}`
    const call = request(
      `${origin}/api/code`,
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
        response.on('end', () => resolve(response.statusCode === 200 ? readCode(text) : null))
      },
    )
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(null))
    call.end('{}')
  })
}

function readCode(text: string): string | null {
  try {
    const { code } = Object(JSON.parse(text))
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}

/** The code stands in the fragment, which no server and no log ever sees; it opens one page, once, for a minute. */
export const addressWithCode = (port: number, code: string): string => `http://127.0.0.1:${port}/#code=${code}`
