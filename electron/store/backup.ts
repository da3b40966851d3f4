import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from './connection.ts'

export type BackupReason = 'daily' | 'exit' | 'migration'

/** How many backups stay. */
export const BACKUP_POLICY = { ofToday: 3, inAll: 10 }

export interface Backup {
  fileName: string
  /** Local day it was made, YYYY-MM-DD. */
  day: string
}

const NAME = /^huibei-(\d{4}-\d{2}-\d{2})-\d{9}-(?:daily|exit|migration)\.db$/

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

export function localDay(time: Date): string {
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
}

/** Sorts by time as text. */
export function backupFileName(time: Date, reason: BackupReason): string {
  const clock = pad(time.getHours()) + pad(time.getMinutes()) + pad(time.getSeconds()) + pad(time.getMilliseconds(), 3)
  return `huibei-${localDay(time)}-${clock}-${reason}.db`
}

/** The finished backups in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .flatMap((fileName) => {
      const day = NAME.exec(fileName)?.[1]
      return day ? [{ fileName, day }] : []
    })
    .sort((a, b) => (a.fileName < b.fileName ? 1 : -1))
}

/** Clears away what a crash left half written. Only under the lock of the library. */
export function removeUnfinishedBackups(folder: string): void {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return
  }
  for (const name of names) if (name.includes('.db.unfinished')) rmSync(join(folder, name), { force: true })
}

/** The backups that may go by the policy: the newest of each earlier day and the last of today stay. */
export function surplusBackups(newestFirst: readonly Backup[], today: string): Backup[] {
  const kept = new Map<string, number>()
  let inAll = 0
  return newestFirst.filter(({ day }) => {
    const ofDay = kept.get(day) ?? 0
    if (inAll >= BACKUP_POLICY.inAll || ofDay >= (day === today ? BACKUP_POLICY.ofToday : 1)) return true
    kept.set(day, ofDay + 1)
    inAll += 1
    return false
  })
}

/** Makes what was renamed in a folder last through a power cut. Windows cannot sync a folder and needs not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies a library beside, checks the copy, and only then gives it its name, so that a finished backup is a good one.
 * Older ones are thinned afterwards: a copy that failed never pushes out a good one.
 * @throws SqliteError or a system error; no file is left behind then
 */
export function writeBackup(libraryPath: string, folder: string, time: Date, reason: BackupReason): string {
  mkdirSync(folder, { recursive: true })
  const fileName = backupFileName(time, reason)
  const path = join(folder, fileName)
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const source = openForReading(libraryPath)
    try {
      source.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      source.close()
    }
    const copy = openForReading(unfinished)
    try {
      const verdict = copy.pragma('quick_check(1)', { simple: true })
      if (verdict !== 'ok') throw new Error(`backup is damaged: ${String(verdict)}`)
    } finally {
      copy.close()
    }
    const handle = openSync(unfinished, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, path)
    syncFolder(folder)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  for (const surplus of surplusBackups(listBackups(folder), localDay(time)))
    rmSync(join(folder, surplus.fileName), { force: true })
  return fileName
}
