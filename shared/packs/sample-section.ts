import { z } from 'zod'
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
