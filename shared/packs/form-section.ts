import { z } from 'zod'

const words = z.array(z.string().min(1).max(20)).min(1)

/** Lists and figures behind the rules of form. */
export const formSection = z.strictObject({
  /** What is no work and no document, so that 《》 are wrong around it: as a whole, or by how it ends. */
  notTitles: z.strictObject({ words, endings: words }),
  /** How a last paragraph begins, or what stands in it, when a paper comes to its end; by kind of paper. */
  closings: z.array(z.strictObject({ kinds: words, starts: z.array(z.string()), contains: words })),
  /** A part is thin below this share of the mean of the others and below so many characters. */
  thinPart: z.strictObject({ share: z.number().min(0.01).max(1), characters: z.number().int().min(10).max(2000) }),
  /** Measure words before which two neighbouring numbers are an approximation: 两三个. */
  measures: words,
  /** Where one of `before` is directly followed by one of `after`, the stop between two sentences is missing. */
  runOn: z.array(z.strictObject({ before: words, after: words })),
  /** What begins a clause of its own behind a 、, unless its neighbours begin alike. */
  clauseOpeners: words,
  /** Nouns that stand together in one series: 责任领导、牵头股室、完成时限. */
  listedNouns: words,
})
