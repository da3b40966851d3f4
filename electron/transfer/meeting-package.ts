import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parcel } from '../../shared/merge/exchange.ts'
import { stateSchema } from '../../shared/merge/state.ts'
import { cluesSchema } from '../../shared/model/rectification/clues.ts'

// The inside of a .huibei file: a zip with manifest.json and the entries it lists.
//   state.json        the meeting: papers, facts, roster, ledger, chain, agenda, decisions (shared/merge/state.ts)
//   versions.json     every version of every paper
//   history.json      what was done to the ledger
//   handouts.json     who does not come
//   known/<digest>    states it came from, to merge with
//   clues.json, pack.json  only where chosen, and where the office has a rule pack of its own

/** Raised when an older program must not read what this one writes. */
export const PACKAGE_FORMAT = 1

export const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const id = z.uuid()
const time = z.iso.datetime()
const digest = z.string().regex(/^[0-9a-f]{64}$/)

export const manifestSchema = z.strictObject({
  kind: z.literal('huibei-meeting'),
  format: z.literal(PACKAGE_FORMAT),
  /** Version of the library it was made from. */
  schema: z.number().int().min(0),
  program: z.string().max(40),
  madeBy: z.string().max(100),
  made: z.iso.datetime(),
  meetingId: id,
  title: z.string().max(200),
  options: z.strictObject({ clues: z.boolean() }),
  digest,
  ancestors: z.array(digest).max(20_000),
  entries: z
    .array(z.strictObject({ name: z.string().max(100), size: z.number().int().min(0), sha256: digest }))
    .max(200),
})
export type Manifest = z.infer<typeof manifestSchema>

const body = z.string().max(20_000_000)
export const versionsSchema = z
  .array(
    z.strictObject({
      id,
      paperId: id,
      name: z.string().max(300),
      author: z.string().max(60),
      body,
      characters: z.number().int().min(0),
      written: time,
      created: time,
    }),
  )
  .max(20_000)
export const historySchema = z
  .array(
    z.strictObject({
      id,
      problemId: id,
      what: z.string().max(2000),
      reason: z.string().max(2000),
      author: z.string().max(60),
      created: time,
    }),
  )
  .max(200_000)
export const knownSchema = z.strictObject({ ancestors: z.array(digest).max(20_000), state: stateSchema })
export const handoutsSchema = z.strictObject({ absent: z.array(id).max(500) })
export const packSchema = z.strictObject({ text: z.string().max(20_000_000) })
export { cluesSchema, stateSchema }

export type PackedVersion = z.infer<typeof versionsSchema>[number]
export type PackedLine = z.infer<typeof historySchema>[number]

export interface MeetingPackage {
  head: Omit<Manifest, 'kind' | 'format' | 'digest' | 'ancestors' | 'entries' | 'options'>
  parcel: Parcel
  versions: readonly PackedVersion[]
  history: readonly PackedLine[]
  absent: readonly string[]
  /** Null where they were left out. */
  clues: z.infer<typeof cluesSchema> | null
  /** JSON text of the rule pack in use; null where it is the shipped one. */
  pack: string | null
}
