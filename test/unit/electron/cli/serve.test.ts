import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { post } from '../../../contract/http-client.ts'
import { tempFolder } from '../../../temp-folder.ts'
import { openTestLibrary } from '../store/open-library.ts'

const root = join(import.meta.dirname, '../../../..')

test('serve prints the address first, serves, and ends cleanly when it is told to', async (context) => {
  if (!existsSync(join(root, 'out/renderer/index.html'))) context.skip('the renderer is not built: npm run build')
  const dataDir = join(tempFolder(), '数据')
  const child = spawn(process.execPath, [join(root, 'electron/cli.ts'), 'serve', '--port', '0', '--data-dir', dataDir])
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => reject(new Error('serve ended before it had an address')))
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (stdout.includes('\n')) resolve()
    })
  })
  const [, port, token] = /^http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]{43})\n$/.exec(stdout) ?? []
  const host = { port: Number(port), token: token ?? '' }
  const response = await post(host, '/api/call', { name: 'meeting.list', input: {} })
  expect(await response.json()).toMatchObject({ ok: true })
  expect(() => openTestLibrary(dataDir)).toThrow('busy')
  // Twice, as Ctrl+C arrives: from the terminal, and passed on by the process that started this one.
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(readdirSync(join(dataDir, 'backups')).some((name) => name.endsWith('-exit.db'))).toBe(true)
  const library = openTestLibrary(dataDir)
  expect(library.meetings.listInUse()).toHaveLength(1)
  await library.close()
})
