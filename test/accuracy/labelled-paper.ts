import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const state = z.enum(['covered', 'weak', 'missing'])
export const FAMILIES = ['leftover', 'consistency', 'wording', 'language', 'form'] as const

const labels = z.object({
  kind: z.enum(['speech', 'response', 'host-script', 'feedback']),
  date: z.iso.date(),
  style: z.string().default(''),
  clean: z.boolean(),
  facts: z.record(z.string(), z.string()).default({}),
  people: z.array(z.object({ name: z.string(), post: z.string().default('') })).default([]),
  points: z.array(z.object({ id: z.string(), state, evidence: z.array(z.string()).default([]) })),
  faults: z.array(
    z.object({
      family: z.enum(FAMILIES),
      quote: z.string().min(1),
      nth: z.number().int().min(1).default(1),
      why: z.string().default(''),
      suggestion: z.string().nullish(),
    }),
  ),
})

/** What people said of a paper: its points, and the faults planted in it. */
export type Labels = z.infer<typeof labels>

export interface LabelledPaper {
  name: string
  text: string
  labels: Labels
}

/** The papers of a folder: NN-slug.txt with NN-slug.json beside it. */
export function readLabelledPapers(folder: string): LabelledPaper[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.json'.length)
      return {
        name,
        text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
        labels: labels.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      }
    })
}
