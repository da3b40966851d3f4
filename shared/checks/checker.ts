import type { Pack } from '../packs/pack.ts'
import type { CheckInput, CheckReport } from './types.ts'

/** A checker for one pack. Preparing it is the dear part; keep it. */
export type Checker = (input: CheckInput) => CheckReport

export function createChecker(_pack: Pack): Checker {
  throw new Error('being written')
}
