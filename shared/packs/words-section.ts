import { z } from 'zod'

const words = z.array(z.string().min(1).max(20)).default([])

/**
 * Mis-written and confused words. A row whose wrong form is right somewhere says where:
 * `unlessAfter`/`unlessBefore`: right when the text before ends, or the text behind begins, with one of these;
 * `onlyAfter`/`onlyBefore`: wrong only there; `unless`/`only`: words anywhere in the sentence.
 */
export const wordsSection = z.array(
  z.strictObject({
    wrong: z.array(z.string().min(2).max(20)).min(1),
    right: z.string().min(1).max(20),
    unlessAfter: words,
    unlessBefore: words,
    onlyAfter: words,
    onlyBefore: words,
    unless: words,
    only: words,
    /** `right` replaces only this part of the wrong word: 巡查 in 县委巡查. */
    wrongParts: words,
    /** Where there is more than one way to mend it, no replacement is offered. */
    exact: z.boolean().default(true),
    note: z.string().max(60).optional(),
    severity: z.enum(['error', 'warning', 'hint']).default('warning'),
  }),
)

/**
 * Common words with the ways they are mis-typed: a character of the same sound or a like shape that makes no word.
 * Right form → wrong forms, separated by spaces. Combinations that arise at the seam of two common words are left out.
 */
export const slipsSection = z.record(z.string().min(2).max(10), z.string().min(2))

/**
 * Set phrases in their right form. What differs from one by a single character is taken for a slip, unless it is
 * listed in `also`.
 */
export const setPhrasesSection = z.array(
  z.strictObject({ phrase: z.string().min(4).max(24), also: z.array(z.string()).default([]) }),
)
