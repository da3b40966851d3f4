import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import { storeFailure } from '../store/store-failure.ts'
import type { Handlers } from './service-context.ts'

/** A folder is chosen by walking to it. Its path stays here; the page sees names and ids made for this run. */
export interface Places {
  handlers: Handlers<'place.list'>
  /** @throws Failure 'not-found' */
  path(id: string): string
}

const MOST = 1000

/** Where walking begins: the user's own folders, and whatever is plugged in. */
export function beginnings(platform: NodeJS.Platform = process.platform): { name: string; path: string }[] {
  const home = homedir()
  const own = [
    { name: '我的文件夹', path: home },
    ...['桌面', 'Desktop', '文档', 'Documents'].map((name) => ({ name, path: join(home, name) })),
  ]
  return [...plugged(platform), ...own].filter(({ path }) => existsSync(path))
}

function plugged(platform: NodeJS.Platform): { name: string; path: string }[] {
  if (platform === 'win32')
    return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({ name: `${letter}: 盘`, path: `${letter}:\\` }))
  const { username } = userInfo()
  return [`/media/${username}`, `/run/media/${username}`, '/media', '/mnt', '/Volumes'].flatMap((parent) =>
    foldersIn(parent)
      .filter((name) => name !== username)
      .map((name) => ({ name: `${name}（外接盘）`, path: join(parent, name) })),
  )
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !entry.name.startsWith('$'))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'zh-CN'))
      .slice(0, MOST)
  } catch {
    return []
  }
}

export function createPlaces(begin = beginnings): Places {
  const paths = new Map<string, string>()
  const ids = new Map<string, string>()
  const idOf = (path: string): string => {
    const id = ids.get(path) ?? randomUUID()
    ids.set(path, id)
    paths.set(id, path)
    return id
  }
  const path = (id: string): string => {
    const found = paths.get(id)
    if (found === undefined) throw new Failure('not-found')
    return found
  }
  return {
    path,
    handlers: {
      'place.list'({ id }) {
        if (id === null) {
          return { here: null, parent: null, places: begin().map((one) => ({ id: idOf(one.path), name: one.name })) }
        }
        const here = path(id)
        try {
          readdirSync(here)
        } catch (error) {
          throw storeFailure(error) ?? error
        }
        const parent = dirname(here)
        return {
          here: { id, name: basename(here) || here },
          parent: parent === here || begin().some((one) => one.path === here) ? null : idOf(parent),
          places: foldersIn(here).map((name) => ({ id: idOf(join(here, name)), name })),
        }
      },
    },
  }
}
