import { z } from 'zod'

const words = z.array(z.string().min(1).max(20)).min(1)

/** Lists behind the rules of language. */
export const languageSection = z.strictObject({
  /** Verbs that need an object. Silent where one of `objects` stands before the verb in its sentence. */
  transitive: z.array(
    z.strictObject({
      verbs: words,
      objects: words,
      example: z.string(),
      /** Where it matters to whom: words of which one names the receiver. */
      recipients: z.array(z.string().min(1)).default([]),
    }),
  ),
  /** Verb and object that do not go together, and the verb that fits. */
  pairs: z.array(z.strictObject({ verbs: words, object: z.string(), right: z.string() })),
  scale: z.strictObject({
    /** 约 … 左右: words before and behind a figure of which one is enough. */
    before: words,
    after: words,
    /** Two words that cannot both hold in one clause. */
    contradictions: z.array(z.tuple([z.string(), z.string()])),
  }),
  /** Expressions of two halves of which the second is often mixed up: 重要案件亲自 + 督办. */
  fixedPairs: z.array(z.tuple([z.string(), z.string()])),
  /** 防止……不再发生: verbs that already deny, and what denies once more. */
  negations: z.strictObject({ verbs: words, negatives: words }),
  /** Words that are quoted as they are: where the opening stands, one of the whole forms must follow. */
  quotations: z.array(z.strictObject({ opening: z.string().min(2), whole: words })),
  /** Two ways of saying it that are run together in one sentence: how each begins and ends, and what is right. */
  blends: z.array(z.strictObject({ opening: z.string().min(2), closing: z.string().min(2), right: z.string() })),
  /** Verbs whose object must name one of `heads` in its clause: 听取……汇报. */
  headNouns: z.array(z.strictObject({ verbs: words, heads: words, example: z.string() })),
  /**
   * Fixed frames of which a part is missing: one of `opening`, at most `reach` characters without a mark and without
   * any of `without`, one of `closing` (none: directly), and with `ends` the end of the clause. `lacking` says what.
   */
  frames: z.array(
    z.strictObject({
      opening: z.array(z.string().min(2)).min(1),
      closing: z.array(z.string().min(1)),
      reach: z.number().int().min(0).max(40),
      without: z.array(z.string().min(1)),
      ends: z.boolean(),
      lacking: z.string().min(1).max(60),
    }),
  ),
  /** Terms of the trade in which a character left out, put in or swapped with its neighbour is told. */
  fixedTerms: z.array(z.string().min(4).max(30)),
  /** What looks like such a slip and is another term: 基层组织 beside 基层党组织. */
  notShifted: z.array(z.string().min(2).max(30)),
  /** Words that say the same and do not stand beside one another in a list. */
  overlaps: z.array(z.tuple([z.string().min(2), z.string().min(2)])),
  /** Verbs with which a head begins; one that ends with its verb is built the other way round. */
  headVerbs: words,
  /** Words that may stand twice: 研究研究. */
  reduplications: words,
})
