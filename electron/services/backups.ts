import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../shared/contract/failures.ts'
import type { Backup, BackupStatus } from '../../shared/contract/safety-commands.ts'
import { backupTime, listBackups, looksWhole } from '../store/backup.ts'
import { changeBackupTarget, readBackupTarget } from '../store/backup-target.ts'
import { libraryFiles } from '../store/library-files.ts'
import { runJob } from '../store/run-job.ts'
import { createBackupReader } from './backup-reader.ts'
import type { LibraryKeeper } from './library-keeper.ts'
import type { Places } from './places.ts'
import type { Handlers, ServiceContext } from './service-context.ts'

/** Folder the copies go to, inside the one the user chose. */
const OWN_FOLDER = '会备备份'

type Commands =
  | 'backup.status'
  | 'backup.make'
  | 'backup.check'
  | 'backup.open'
  | 'backup.paper'
  | 'backup.replace'
  | 'backup.take'
  | 'backup.salvage'
  | 'backup.chooseFolder'
  | 'backup.setPassword'

interface Found extends Backup {
  path: string
}

/** 备份: made, listed, looked into and brought back; at hand also while the library itself is not. */
export function backupsService(
  context: Pick<ServiceContext, 'pack' | 'clock' | 'log' | 'emit'> & {
    dataDir: string
    keeper: LibraryKeeper
    places: Places
  },
): Handlers<Commands> {
  const { dataDir, keeper, places, clock, emit } = context
  const files = libraryFiles(dataDir)
  const reader = createBackupReader({ ...context, folder: files.opened })
  /** What a full check found, as long as the program runs. */
  const checked = new Map<string, Backup['check']>()

  const list = (where: Backup['where'], folder: string): Found[] =>
    listBackups(folder).map((stored) => {
      const path = join(folder, stored.fileName)
      const id = `${where}/${stored.fileName}`
      const { size, whole } = looksWhole(path, stored.sealed)
      const check = checked.get(id) ?? (whole ? 'whole' : 'damaged')
      const created = backupTime(stored.fileName).toISOString()
      return { id, where, created, reason: stored.reason, sealed: stored.sealed, size, check, path }
    })

  const all = (): Found[] => {
    const { folder } = readBackupTarget(files.backupTarget)
    const found = [...list('own', files.backups), ...(folder === null ? [] : list('chosen', folder))]
    return found.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : a.where < b.where ? 1 : -1))
  }

  const find = (id: string): Found => {
    const found = all().find((backup) => backup.id === id)
    if (!found) throw new Failure('not-found', '这份备份已经不在了。')
    return found
  }

  const status = (): BackupStatus => {
    const { folder, key, last, problem } = readBackupTarget(files.backupTarget)
    return {
      backups: all().map(({ path: _path, ...backup }) => backup),
      folder: folder === null ? null : { name: nameOf(folder), present: existsSync(folder), last, problem },
      hasPassword: key !== null,
    }
  }

  const open = () => {
    const session = keeper.session()
    if (!session) throw new Failure(keeper.state().code ?? 'busy')
    return session
  }

  const withPassword = ({ sealed }: Found, password: string | null): string | null => {
    if (sealed && password === null) throw new Failure('wrong-password')
    return sealed ? password : null
  }

  return {
    'backup.status': status,
    async 'backup.make'() {
      await open().library.backUp('manual')
      return status()
    },
    async 'backup.check'({ id, password }) {
      const found = find(id)
      const words = withPassword(found, password)
      mkdirSync(files.opened, { recursive: true, mode: 0o700 })
      const beside = join(files.opened, `check-${clock().getTime()}.db`)
      const check = await (words === null
        ? runJob('check', { path: found.path })
        : runJob('checkSealed', { path: found.path, password: words, beside })
      ).then(
        ({ fault }): Backup['check'] => (fault === null ? 'good' : 'damaged'),
        (error: unknown): Backup['check'] => {
          if (error instanceof Failure && error.code === 'damaged') return 'damaged'
          throw error
        },
      )
      checked.set(id, check)
      return { check }
    },
    async 'backup.open'({ id, password }) {
      const found = find(id)
      return { ...(await reader.open(found.path, withPassword(found, password))), created: found.created }
    },
    'backup.paper': ({ source, paperId }) => reader.paper(source, paperId),
    async 'backup.replace'({ source }) {
      const copy = reader.copy(source)
      const state = await keeper.replace(copy)
      reader.close()
      return state
    },
    async 'backup.take'({ source, meetingIds }) {
      const meetings = open().library.copyMeetings({
        source: reader.copy(source),
        meetingIds,
        titled: (title) => `${title}（从备份取回）`.slice(0, 200),
      })
      for (const id of meetings) emit({ name: 'meeting.changed', data: { id, revision: 1 } })
      return { meetings }
    },
    async 'backup.salvage'() {
      const { fileName, ...found } = await runJob('salvage', { dataDir, time: clock().getTime() })
      return { id: `own/${fileName}`, ...found }
    },
    'backup.chooseFolder'({ placeId }) {
      const folder = placeId === null ? null : usable(places.path(placeId))
      changeBackupTarget(files.backupTarget, { folder, last: null, problem: null })
      return status()
    },
    async 'backup.setPassword'({ password }) {
      const key = password === null ? null : await runJob('passwordKey', { password })
      changeBackupTarget(files.backupTarget, { key })
      return status()
    },
  }
}

/** Makes the folder for the copies in a chosen one, and makes sure that it can be written. @throws a system error */
function usable(chosen: string): string {
  const folder = basename(chosen) === OWN_FOLDER ? chosen : join(chosen, OWN_FOLDER)
  mkdirSync(folder, { recursive: true })
  const trial = join(folder, '.huibei-trial')
  writeFileSync(trial, '')
  rmSync(trial)
  return folder
}

const nameOf = (folder: string): string => join(basename(dirname(folder)), basename(folder))
