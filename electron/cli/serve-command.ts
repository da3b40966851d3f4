import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { dataFolder } from '../launch/data-folder.ts'
import { startFailure } from '../launch/start-failure.ts'
import { startLoopbackHost } from '../node-host.ts'
import type { CommandLine } from './command-line.ts'
import { Unusable, WrongUsage } from './unusable.ts'

/** Serves until it is asked to end. The first line on stdout is the address. */
export async function serve({ words, options }: CommandLine): Promise<number> {
  if (words[0] !== undefined) throw new WrongUsage(`不认识“${words[0]}”。`)
  const host = await open(readPort(options.port), dataDir(options['data-dir']))
  process.stdout.write(`${host.address}\n`)
  // Not `once`: Ctrl+C reaches this process and its starter, which passes it on a second time.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void host.close())
  await host.closed
  return 0
}

function readPort(text = '0'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new WrongUsage(`--port 要 0 到 65535 之间的数，不能是“${text}”。`)
  return Number(text)
}

function dataDir(asked: string | undefined): string {
  return dataFolder(asked === undefined ? undefined : resolve(asked), {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    programFolder: dirname(process.execPath),
    exists: existsSync,
  })
}

async function open(port: number, folder: string) {
  try {
    return await startLoopbackHost({ port, dataDir: folder })
  } catch (error) {
    if (error instanceof Failure) throw new Unusable(startFailure(error).message + startFailure(error).detail)
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') throw new Unusable(`端口 ${port} 已经被占用，请换一个。`)
    if (code === 'EACCES') throw new Unusable(`没有权限使用端口 ${port}，请换一个。`)
    if (code === 'ENOENT') throw new Unusable('找不到界面文件，请先运行 npm run build。')
    throw error
  }
}
