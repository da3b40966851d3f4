import { z } from 'zod'

const words = z.array(z.string().min(1).max(30)).min(1)

/** What has to be the same throughout a paper. */
export const termsSection = z.strictObject({
  /** Forms of one term; a paper uses one of them. The first is the usual one. */
  twoForms: z.array(
    z.strictObject({
      forms: words.min(2),
      severity: z.enum(['error', 'warning', 'hint']).default('warning'),
      note: z.string().max(60).default(''),
    }),
  ),
  /** The party organ of each kind of unit, and organs it would be a slip to name instead. */
  partyOrgans: z.array(z.strictObject({ unitKinds: words, organ: z.string(), others: words })),
  /** Names of posts, the longest first; they end a title. */
  titles: words,
  /** Words that precede a post and are no part of it. */
  beforeTitles: words,
  /** Characters of names that are taken for one another. */
  confusableCharacters: words,
  /**
   * What a speech announces: 讲三点意见. `verbs` come before the number, `nouns` behind the measure word; of `behind`
   * the number is told afterwards: 建议五条。
   */
  announcements: z.strictObject({ verbs: words, nouns: words, behind: words }),
  /** Words that only one of the inspected unit, or only an outsider, can say; by kind of paper. */
  perspectives: z.array(z.strictObject({ kinds: words, words, fits: z.string() })),
  /** Posts that one person holds. */
  uniquePosts: words,
  /** Heads of named lists that repeat in the list itself: “四个围绕”：围绕……、围绕……. */
  listHeads: words,
})
