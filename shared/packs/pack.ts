import { z } from 'zod'
import facts from './data/facts.json' with { type: 'json' }
import form from './data/form.json' with { type: 'json' }
import language from './data/language.json' with { type: 'json' }
import leftover from './data/leftover.json' with { type: 'json' }
import phrases from './data/phrases.json' with { type: 'json' }
import pointsFeedback from './data/points-feedback.json' with { type: 'json' }
import pointsHostScript from './data/points-host-script.json' with { type: 'json' }
import pointsReading from './data/points-reading.json' with { type: 'json' }
import pointsResponse from './data/points-response.json' with { type: 'json' }
import pointsSpeech from './data/points-speech.json' with { type: 'json' }
import pointsWords from './data/points-words.json' with { type: 'json' }
import setPhrases from './data/set-phrases.json' with { type: 'json' }
import slips from './data/slips.json' with { type: 'json' }
import templates from './data/templates.json' with { type: 'json' }
import terms from './data/terms.json' with { type: 'json' }
import wording from './data/wording.json' with { type: 'json' }
import words from './data/words.json' with { type: 'json' }
import { factsSection } from './facts-section.ts'
import { formSection } from './form-section.ts'
import { languageSection } from './language-section.ts'
import { leftoverSection } from './leftover-section.ts'
import { phrasesSection } from './phrases-section.ts'
import { pointsSection } from './points-section.ts'
import { templatesSection } from './templates-section.ts'
import { termsSection } from './terms-section.ts'
import { wordingSection } from './wording-section.ts'
import { setPhrasesSection, slipsSection, wordsSection } from './words-section.ts'

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
  leftover: leftoverSection,
  terms: termsSection,
  wording: wordingSection,
  words: wordsSection,
  setPhrases: setPhrasesSection,
  slips: slipsSection,
  language: languageSection,
  form: formSection,
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
  leftover,
  terms,
  wording,
  words,
  setPhrases,
  slips,
  language,
  form,
})
