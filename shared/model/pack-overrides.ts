import { z } from 'zod'
import { PAPER_KINDS } from './kinds.ts'

const word = z.string().trim().min(2).max(20)

/** What an office changes about one point. */
const pointChange = z.strictObject({
  level: z.enum(['required', 'expected', 'optional']).optional(),
  /** Its own ways to put the point: words and gaps, see readPatterns in shared/packs. */
  words: z.array(z.string().trim().min(2).max(60)).max(40).default([]),
})

/**
 * What an office changes in the pack: kept apart from it, and laid over whichever pack is in use. Points are named by
 * kind of paper and id; what the pack in use does not have waits for one that has it.
 */
export const packOverridesSchema = z.strictObject({
  points: z.partialRecord(z.enum(PAPER_KINDS), z.record(z.string().max(8), pointChange)).default({}),
  /** Words that are often mis-written here, with the right form. */
  words: z
    .array(z.strictObject({ wrong: word, right: word }))
    .max(500)
    .default([]),
  /** Forms of one term of which a paper uses only one; the first is the usual one. */
  terms: z
    .array(z.strictObject({ forms: z.array(z.string().trim().min(2).max(30)).min(2).max(8) }))
    .max(200)
    .default([]),
})

export type PackOverrides = z.infer<typeof packOverridesSchema>
export type PointChange = z.infer<typeof pointChange>

export const noOverrides: PackOverrides = packOverridesSchema.parse({})
