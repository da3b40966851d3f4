import { readDevice, writeDevice } from '../ui/device-storage.ts'

/** A paper's text that could not be written, kept in the window's own storage until it can. */
export interface EmergencyCopy {
  body: string
  /** Revision it was built on. */
  revision: number
  /** ISO 8601. */
  kept: string
}

const key = (paperId: string): string => `draft.${paperId}`

export function keepEmergencyCopy(paperId: string, copy: EmergencyCopy | null): boolean {
  return writeDevice(key(paperId), copy && JSON.stringify(copy))
}

export function findEmergencyCopy(paperId: string): EmergencyCopy | null {
  try {
    const { body, revision, kept } = JSON.parse(readDevice(key(paperId)) ?? 'null') ?? {}
    return typeof body === 'string' && typeof revision === 'number' && typeof kept === 'string'
      ? { body, revision, kept }
      : null
  } catch {
    return null
  }
}
