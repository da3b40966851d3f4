import { z } from 'zod'
import facts from './data/facts.json' with { type: 'json' }
import phrases from './data/phrases.json' with { type: 'json' }
import pointsFeedback from './data/points-feedback.json' with { type: 'json' }
import pointsHostScript from './data/points-host-script.json' with { type: 'json' }
import pointsReading from './data/points-reading.json' with { type: 'json' }
import pointsResponse from './data/points-response.json' with { type: 'json' }
import pointsSpeech from './data/points-speech.json' with { type: 'json' }
import pointsWords from './data/points-words.json' with { type: 'json' }
import templates from './data/templates.json' with { type: 'json' }
import { factsSection } from './facts-section.ts'
import { phrasesSection } from './phrases-section.ts'
import { pointsSection } from './points-section.ts'
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
  points: pointsSection,
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
  points: {
    reading: pointsReading,
    words: pointsWords,
    speech: pointsSpeech,
    response: pointsResponse,
    'host-script': pointsHostScript,
    feedback: pointsFeedback,
  },
  phrases,
})
