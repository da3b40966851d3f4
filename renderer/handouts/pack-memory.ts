import { readDevice, writeDevice } from '../ui/device-storage.ts'

const MOST_COPIES = 500

function read(key: string): unknown {
  try {
    return JSON.parse(readDevice(key) ?? 'null')
  } catch {
    return null
  }
}

const isCopies = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_COPIES

/** How many copies of each material were wanted last; 0 for what was left out. */
export function readCopies(): Record<string, number> {
  const kept = Object.entries(read('handouts.copies') ?? {})
  return Object.fromEntries(kept.filter((entry): entry is [string, number] => isCopies(entry[1])))
}
export const keepCopies = (copies: Record<string, number>) => writeDevice('handouts.copies', JSON.stringify(copies))

/** Who of the roster does not come to a meeting. */
export function readAbsent(meetingId: string): string[] {
  const kept = read(`handouts.absent.${meetingId}`)
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
}
export const keepAbsent = (meetingId: string, ids: string[]) =>
  writeDevice(`handouts.absent.${meetingId}`, ids.length > 0 ? JSON.stringify(ids) : null)

/** A number of copies as somebody typed it; null when it is none. */
export function copiesFrom(entry: string): number | null {
  const digits = entry.normalize('NFKC').trim()
  return /^\d{1,3}$/.test(digits) && Number(digits) <= MOST_COPIES ? Number(digits) : null
}
