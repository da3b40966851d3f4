import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from './connection.ts'
import { isSealed, type PasswordKey, readStart, sealFile } from './sealed-file.ts'
import { syncFile, syncFolder } from './sync.ts'

/** salvaged: what could be read of a damaged library. */
export const BACKUP_REASONS = ['daily', 'exit', 'migration', 'manual', 'import', 'restore', 'salvaged'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** How many backups stay: these, and besides the newest of each of the last months. */
export const BACKUP_POLICY = { ofToday: 3, inAll: 10, months: 12 }

export interface Backup {
  fileName: string
  /** Local day it was made, YYYY-MM-DD. */
  day: string
  reason: BackupReason
  /** Behind a password. */
  sealed: boolean
}

const NAME = new RegExp(String.raw`^huibei-(\d{4}-\d{2}-\d{2})-\d{9}-(${BACKUP_REASONS.join('|')})\.(?:db|sealed)$`)
const UNFINISHED = '.unfinished'

/** What SQLite keeps beside a file while it writes it. */
export const TRACES = ['', '-journal', '-wal', '-shm']

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

export function localDay(time: Date): string {
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`
}

/** Sorts by time as text. */
export function backupFileName(time: Date, reason: BackupReason): string {
  const clock = pad(time.getHours()) + pad(time.getMinutes()) + pad(time.getSeconds()) + pad(time.getMilliseconds(), 3)
  return `huibei-${localDay(time)}-${clock}-${reason}.db`
}

/** When a backup was made, by its name. */
export function backupTime(fileName: string): Date {
  const [, year, month, day, hour, minute, second, millisecond] =
    /-(\d{4})-(\d{2})-(\d{2})-(\d{2})(\d{2})(\d{2})(\d{3})-/.exec(fileName)?.map(Number) ?? []
  return new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, millisecond)
}

/** The size of a backup in bytes, and whether it has the head and the length it should have. Reads no page. */
export function looksWhole(path: string, sealed: boolean): { size: number; whole: boolean } {
  try {
    const { size } = statSync(path)
    const start = readStart(path)
    if (sealed) return { size, whole: isSealed(start) && size > 100 }
    return { size, whole: start.length > 100 && size === start.readUInt32BE(28) * pageSize(start) }
  } catch {
    return { size: 0, whole: false }
  }
}

/** sqlite.org/fileformat2.html, section 1.3.2. */
const pageSize = (start: Buffer): number => (start.readUInt16BE(16) === 1 ? 65_536 : start.readUInt16BE(16))

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
      const [, day, reason] = NAME.exec(fileName) ?? []
      return day ? [{ fileName, day, reason: reason as BackupReason, sealed: fileName.endsWith('.sealed') }] : []
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
  for (const name of names) {
    const [finished = '', trace] = name.split(UNFINISHED)
    if (trace !== undefined && TRACES.includes(trace) && NAME.test(finished)) rmSync(join(folder, name))
  }
}

/**
 * The backups that may go by the policy: the newest of each earlier day and the last of today stay, and the newest of
 * each month for a year. What was salvaged always stays.
 */
export function surplusBackups(newestFirst: readonly Backup[], today: string): Backup[] {
  const ofDays = new Map<string, number>()
  const months = new Set<string>()
  const oldest = monthBefore(today, BACKUP_POLICY.months)
  let inAll = 0
  return newestFirst.filter(({ day, reason }) => {
    if (reason === 'salvaged') return false
    const ofDay = ofDays.get(day) ?? 0
    const month = day.slice(0, 7)
    const byDay = inAll < BACKUP_POLICY.inAll && ofDay < (day === today ? BACKUP_POLICY.ofToday : 1)
    if (!byDay && (months.has(month) || month <= oldest)) return true
    months.add(month)
    if (!byDay) return false
    ofDays.set(day, ofDay + 1)
    inAll += 1
    return false
  })
}

/** YYYY-MM so many months before a day. */
function monthBefore(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  return first.toISOString().slice(0, 7)
}

function thin(folder: string, time: Date): void {
  for (const { fileName } of surplusBackups(listBackups(folder), localDay(time)))
    rmSync(join(folder, fileName), { force: true })
}

/** Makes a file beside its name, and gives it the name when it is whole. @throws what `make` throws; nothing stays */
function writeBeside(path: string, make: (beside: string) => void): void {
  const beside = path + UNFINISHED
  const clear = () => {
    for (const trace of TRACES) rmSync(beside + trace, { force: true })
  }
  clear()
  try {
    make(beside)
    syncFile(beside)
    renameSync(beside, path)
  } catch (error) {
    clear()
    throw error
  }
}

/**
 * Whether every page of a library or backup is in order. Seconds for a large one: for a worker.
 * @returns null when it is, else what SQLite says of the first fault
 */
export function faultOf(path: string): string | null {
  const copy = openForReading(path)
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }))
    return verdict === 'ok' ? null : verdict
  } finally {
    copy.close()
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
  writeBeside(join(folder, fileName), (beside) => {
    const source = openForReading(libraryPath)
    try {
      source.prepare('VACUUM INTO ?').run(beside)
    } finally {
      source.close()
    }
    const fault = faultOf(beside)
    if (fault) throw new Error(`backup is damaged: ${fault}`)
  })
  syncFolder(folder)
  thin(folder, time)
  return fileName
}

/**
 * Puts a finished backup into a second folder as well, behind a password where there is one. The folder must be there:
 * a stick that is not plugged in must not become a folder of the disk.
 * @throws a system error
 */
export function copyBackup(path: string, folder: string, fileName: string, key: PasswordKey | null, time: Date): void {
  const target = join(folder, key ? fileName.replace(/\.db$/, '.sealed') : fileName)
  removeUnfinishedBackups(folder)
  writeBeside(target, (beside) => {
    if (key) return sealFile(path, beside, key)
    copyFileSync(path, beside)
    // A stick that swallows bytes is noticed by reading them back; one that lies about it only by its size.
    if (statSync(beside).size !== statSync(path).size || faultOf(beside)) throw new Error('copy is damaged')
  })
  syncFolder(folder)
  thin(folder, time)
}
