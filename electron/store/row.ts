import { randomUUID } from 'node:crypto'
import { Failure } from '../../shared/contract/failures.ts'

export type Clock = () => Date

/** What every row carries. Times are ISO 8601 in UTC; the revision counts the changes, from 1. */
export interface Row {
  id: string
  created: string
  updated: string
  revision: number
}

export function newRow(clock: Clock): Row {
  const now = clock().toISOString()
  return { id: randomUUID(), created: now, updated: now, revision: 1 }
}

/**
 * The answer to an update that hit no row: it is gone, or somebody else changed it since.
 * @param current the row as it stands
 */
export function missedUpdate(current: Row | null): Failure {
  return new Failure(current ? 'conflict' : 'not-found')
}
