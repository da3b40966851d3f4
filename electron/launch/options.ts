import { resolve } from 'node:path'
import { isOwnFile } from './opened-file.ts'

export const HOST_KINDS = ['electron', 'browser', 'serve'] as const
export type HostKind = (typeof HOST_KINDS)[number]

/** What may stand on the command line of a start. */
export interface LaunchOptions {
  host?: HostKind
  /** Absolute. */
  dataDir?: string
  /** 0 takes any free one. */
  port: number
  /** A file of ours to be opened, absolute. */
  file?: string
}

const READERS: Record<string, (value: string, options: LaunchOptions) => string | undefined> = {
  '--host': (value, options) => {
    const host = HOST_KINDS.find((kind) => kind === value)
    if (!host) return `--host 只能是 ${HOST_KINDS.join('、')}，不能是“${value}”。`
    options.host = host
  },
  '--data-dir': (value, options) => {
    options.dataDir = resolve(value)
  },
  '--port': (value, options) => {
    const port = Number(value)
    if (!/^\d{1,5}$/.test(value) || port > 65_535) return `--port 要 0 到 65535 之间的数，不能是“${value}”。`
    options.port = port
  },
}

export const USAGE = `用法：npm start -- [选项] [文件.huibei]
  --host electron|browser|serve  用 Electron、浏览器窗口，还是只给出网址（不写时自动选择）
  --data-dir 文件夹              资料放在这个文件夹
  --port 端口                    浏览器方式用的端口（默认任选一个空闲的）`

/**
 * Reads `--name value`, `--name=value`, and a file of ours.
 * @param folder what relative paths start from
 * @param foreign what to do with words that are not ours: Electron is also handed Chromium's switches and files
 * @returns the options, or what is wrong in Chinese
 */
export function readOptions(
  args: readonly string[],
  foreign: 'refuse' | 'skip',
  folder = process.cwd(),
): LaunchOptions | string {
  const options: LaunchOptions = { port: 0 }
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const [name = '', ...rest] = word.split('=')
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined
    if (!read && isOwnFile(word)) {
      options.file = resolve(folder, word)
      continue
    }
    if (!read) {
      if (foreign === 'skip') continue
      return `不认识“${word}”。\n${USAGE}`
    }
    const value = word.includes('=') ? rest.join('=') : args[++at]
    if (!value) return `${name} 后面缺少内容。\n${USAGE}`
    const problem = read(value, options)
    if (problem) return problem
  }
  return options
}
