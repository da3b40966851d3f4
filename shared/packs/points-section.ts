import { z } from 'zod'
import { readPatterns, UnreadablePattern } from './pattern.ts'

const words = z.array(z.string().min(1).max(40))

/** Where in a paper something has to stand to count. */
const place = z.enum(['anywhere', 'opening', 'closing', 'heading'])

/**
 * One way to put a thing: patterns (see readPatterns), or patterns with conditions.
 * `within`: the scope of its words. `unless`: not where one of these words stands in the same sentence.
 * `negated`: what to do with a mention under a negation (不是…, …不到位); by default it does not count.
 */
const wording = z.union([
  z.string().min(1).max(600),
  z.strictObject({
    words: z.string().min(1).max(600),
    within: z.enum(['sentence', 'paragraph']).default('sentence'),
    place: place.optional(),
    unless: words.optional(),
    negated: z.enum(['ignore', 'count']).optional(),
  }),
])

/** A further condition; without it the point is written, but not enough. */
const need = z.strictObject({
  wordings: z.array(wording).min(1),
  /** Where to look: the evidence itself, its paragraphs, or the whole paper. */
  within: z.enum(['evidence', 'paragraph', 'paper']).default('evidence'),
  /** Days of the meeting for which it holds. Of a paper without a date only what still holds is asked. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** What is lacking, as a sentence for the user. */
  lacking: z.string().min(1).max(80),
})

const point = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{1,2}$/),
  pillar: z.enum(['opening', 'standing', 'second-half', 'chain', 'closing']),
  title: z.string().min(1).max(20),
  level: z.enum(['required', 'expected', 'optional']),
  why: z.string().min(1).max(120),
  source: z.string().min(1).max(60),
  /** How to write it, with blanks ＿＿; never a sentence to copy. */
  hint: z.string().min(1).max(160),
  place: place.default('anywhere'),
  unless: words.default([]),
  negated: z.enum(['ignore', 'count']).default('ignore'),
  cover: z.array(wording).min(1),
  weak: z.array(z.strictObject({ wordings: z.array(wording).min(1), lacking: z.string().min(1).max(80) })).default([]),
  needs: z.array(need).default([]),
})

/** Words that take a mention back: before it (不是…), behind it (…不到位), and words that only look like them. */
const reading = z.strictObject({
  negationBefore: words,
  negationAfter: words,
  notNegation: words,
  /** What introduces other people's talk: 有人说“…”. */
  hearsay: words,
})

/** 要点: what each kind of paper has to say. `words` are groups of words the patterns refer to as 〔name〕. */
export const pointsSection = z
  .strictObject({
    reading,
    words: z.record(z.string().min(1).max(12), words),
    speech: z.array(point),
    response: z.array(point),
    'host-script': z.array(point),
    feedback: z.array(point),
    agenda: z.array(point).default([]),
  })
  .superRefine((section, refinement) => {
    const { reading: _reading, words: groups, ...lists } = section
    for (const [kind, points] of Object.entries(lists)) {
      const seen = new Set<string>()
      points.forEach((entry, index) => {
        const complain = (field: string, message: string) =>
          refinement.addIssue({ code: 'custom', path: [kind, index, field], message: `${entry.id}：${message}` })
        if (seen.has(entry.id)) complain('id', '编号重复。')
        seen.add(entry.id)
        for (const [field, wordings] of wordingsOf(entry)) {
          for (const one of wordings) {
            try {
              readPatterns(typeof one === 'string' ? one : one.words, groups)
            } catch (error) {
              if (!(error instanceof UnreadablePattern)) throw error
              complain(field, error.message)
            }
          }
        }
      })
    }
  })

function wordingsOf(entry: PointDefinition): [string, Wording[]][] {
  return [
    ['cover', entry.cover],
    ...entry.weak.map((one): [string, Wording[]] => ['weak', one.wordings]),
    ...entry.needs.map((one): [string, Wording[]] => ['needs', one.wordings]),
  ]
}

export type Wording = z.infer<typeof wording>
export type Place = z.infer<typeof place>
export type PointDefinition = z.infer<typeof point>
export type PointsSection = z.infer<typeof pointsSection>
