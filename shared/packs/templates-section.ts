import { z } from 'zod'
import { PAPER_KINDS } from '../model/kinds.ts'
import { BYLINE_ROLES, NUMBER_FORMS } from '../model/schema.ts'

/**
 * A line of a template. In `text`, 【key】 is a fact by its key. `hint` says what to write where the line is left
 * empty. `points` are the required points that belong here, so that a hint can be placed where it is missed.
 */
export const templateLine = z.strictObject({
  kind: z.enum(['title', 'byline', 'salutation', 'heading', 'paragraph', 'closing']),
  text: z.string().max(400).default(''),
  hint: z.string().max(200).optional(),
  role: z.enum(BYLINE_ROLES).optional(),
  level: z.number().int().min(1).max(4).optional(),
  form: z.enum(NUMBER_FORMS).optional(),
  points: z.array(z.string()).optional(),
})

export const templatesSection = z.array(
  z.strictObject({
    id: z.string(),
    paperKind: z.enum(PAPER_KINDS),
    name: z.string(),
    lines: z.array(templateLine).min(3),
  }),
)

export type Template = z.infer<typeof templatesSection>[number]
export type TemplateLine = z.infer<typeof templateLine>
