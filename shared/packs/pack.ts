import { z } from 'zod'
import facts from './data/facts.json' with { type: 'json' }
import phrases from './data/phrases.json' with { type: 'json' }
import templates from './data/templates.json' with { type: 'json' }
import { factsSection } from './facts-section.ts'
import { phrasesSection } from './phrases-section.ts'
import { templatesSection } from './templates-section.ts'

/**
 * A content pack: everything the program knows of meetings, papers, points and wording, as data that an office can
 * replace. Each section has its schema in its own file; the built-in pack lies in data/.
 */
export const packSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Date of the last look at the facts in it, YYYY-MM-DD. */
  version: z.iso.date(),
  facts: factsSection,
  templates: templatesSection,
  phrases: phrasesSection,
})

export type Pack = z.infer<typeof packSchema>

/** The pack that comes with the program. */
export const builtInPack: Pack = packSchema.parse({
  id: 'huibei',
  name: '会备规则包',
  version: '2026-11-23',
  facts,
  templates,
  phrases,
})
