import { z } from 'zod'
import { rungSchema } from '../model/rectification/chain.ts'
import { measureSchema, problemSchema } from '../model/rectification/ledger.ts'
import { templateLine } from './templates-section.ts'

/**
 * The meeting that stands in an empty library. `note` says that it is invented; papers are lines as in a template,
 * complete with their text.
 */
export const sampleMeetingSection = z.strictObject({
  title: z.string().min(1).max(200),
  note: z.string().min(1).max(200),
  facts: z.record(z.string(), z.string().min(1).max(500)),
  people: z.array(
    z.strictObject({ name: z.string().min(2).max(30), post: z.string().max(100), organization: z.string().max(100) }),
  ),
})

export const samplePaperSection = z.array(templateLine.extend({ text: z.string().min(1).max(2000) })).min(3)

/** The rest of a problem and of a measure is empty in the sample. */
export const sampleLedgerSection = z.strictObject({
  problems: z.array(
    problemSchema.pick({ category: true, text: true, cause: true, claimedBy: true }).extend({
      measures: z.array(
        measureSchema.pick({
          text: true,
          leader: true,
          owner: true,
          leadUnit: true,
          types: true,
          deadline: true,
          status: true,
          progress: true,
          evidence: true,
        }),
      ),
    }),
  ),
  rungs: z.array(rungSchema.omit({ id: true })),
})

export type SampleLedger = z.infer<typeof sampleLedgerSection>
