import { z } from 'zod'

/**
 * 线索: how many of which kind, and what became of them; never what they say or about whom. They are no problems and
 * stand in no table, paper, handout or search. Ways of handling and 四种形态 are counted apart.
 */
export const cluesSchema = z
  .array(
    z.object({
      kind: z.string().max(40),
      count: z.number().int().min(0).max(99_999),
      /** By way of handling. */
      handling: z.record(z.string().max(40), z.number().int().min(0).max(99_999)),
      /** By 四种形态, people. */
      forms: z.record(z.string().max(40), z.number().int().min(0).max(99_999)),
    }),
  )
  .max(40)

export type Clues = z.infer<typeof cluesSchema>

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, count) => total + count, 0)

/** What does not tie out, as sentences for the user. */
export function clueProblems(clues: Clues): string[] {
  return clues.flatMap(({ kind, count, handling }) =>
    sum(handling) > count ? [`“${kind}”收到${count}件，处置方式加起来却有${sum(handling)}件。`] : [],
  )
}
