import { z } from 'zod'

const words = z.array(z.string().min(1).max(30))
/** What is searched for in the text has two characters or more. */
const searched = z.array(z.string().min(2).max(30))
const date = z.iso.date()

/** What fits from a date on. The last entry whose date has come is the one told to the user. */
const instead = z.array(z.strictObject({ from: date, text: z.string().min(1).max(80) })).default([])

/**
 * A wording with the time it is right for. Judged by the day of the meeting, never by today.
 * - `find`: the wording in all its forms.
 * - `only`: counts only where one of these words stands in the same clause (正在、深入开展 for a campaign).
 * - `unless`: words in the sentence that make it right as history or as a quotation.
 * - `unlessText`: words anywhere in the paper that make it right (the newer wording is there too).
 * - `exact`: the newest `instead` is the one right replacement of exactly the found words.
 */
const datedWording = z.strictObject({
  find: words.min(1),
  from: date.optional(),
  until: date.optional(),
  only: words.default([]),
  unless: words.default([]),
  unlessText: words.default([]),
  instead,
  exact: z.boolean().default(false),
  basis: z.string().min(1).max(80),
  severity: z.enum(['error', 'warning', 'hint']).default('warning'),
})

export const wordingSection = z.strictObject({
  /** Words in a sentence that speak of the past; they make an old wording right. */
  history: words,
  /** Words in a sentence that speak of something to come. */
  future: words,
  dated: z.array(datedWording),
  /** Study campaigns: in the present only between their days; afterwards 巩固…成果. */
  campaigns: z.array(z.strictObject({ names: words.min(1), from: date, until: date, basis: z.string() })),
  /** Words that say a campaign is going on, and words that look back on it. */
  ongoing: words,
  lookingBack: words,
  /** Congresses and plenary sessions of the central committee that are studied, by their closing day. */
  meetings: z.array(
    z.strictObject({
      name: z.string(),
      day: date,
      congress: z.boolean().default(false),
      studied: z.boolean().default(true),
    }),
  ),
  /** Regulations with the years of their versions and the days these came into force. */
  regulations: z.array(
    z.strictObject({
      name: z.string(),
      versions: z.array(z.strictObject({ year: z.number().int(), from: date })).min(1),
    }),
  ),
  /** Names that are shortened or mis-said in a way nobody may; `unlessAfter` stands directly before the right use. */
  fullForms: z.array(z.strictObject({ wrong: words.min(1), right: z.string(), unlessAfter: words })),
  /** Plenary sessions of the central commission for discipline inspection. */
  disciplineSessions: z.array(z.strictObject({ name: z.string(), day: date })),
  /** What is celebrated, and the year it counts from. */
  anniversaries: z.array(z.strictObject({ of: words.min(1), since: z.number().int() })),
  plans: z.array(z.strictObject({ name: z.string(), firstYear: z.number().int(), lastYear: z.number().int() })),
  /** The formula of political loyalty: parts with the day they came in, and the verb that belongs to each. */
  formula: z.array(z.strictObject({ part: z.string(), from: date, verbs: words.min(1), wrongVerbs: words })),
  /** Bodies that a kind of unit does not have, and what it has instead. */
  bodies: z.array(
    z.strictObject({
      unitKinds: words.min(1),
      find: words.min(1),
      instead: z.string(),
      exact: z.boolean().default(false),
      basis: z.string(),
      severity: z.enum(['error', 'warning', 'hint']).default('warning'),
    }),
  ),
  /** Ways of handling clues, which are not the 四种形态. */
  /** In papers of these kinds nobody argues with the findings; silent where one of `unless` stands in the sentence. */
  arguing: z.strictObject({ kinds: words, words: searched, unless: words }),
  clueHandling: z.strictObject({
    name: z.string(),
    ways: words.min(2),
    unless: words,
    measures: words.min(2),
    forms: z.array(z.strictObject({ words, share: z.string() })),
  }),
})

export type DatedWording = z.infer<typeof datedWording>
