import { z } from 'zod'
import type { FactDefinition } from '../model/facts.ts'

const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/** 会议要素: what a meeting may need to know, group by group in the order of the form. */
export const factsSection = z.array(
  z.strictObject({
    key,
    label: z.string().min(1).max(20),
    group: z.string().min(1).max(20),
    kind: z.enum(['text', 'date', 'time', 'number', 'person', 'choice']),
    hint: z.string().max(80),
    example: z.string().max(60).optional(),
    blanks: z
      .array(z.string().regex(/^[\p{Script=Han}□·]*[□·][\p{Script=Han}□·]*(?:\([\p{Script=Han}]+\))?$/u))
      .min(1)
      .optional(),
    choices: z.array(z.string().min(1)).min(2).optional(),
    derive: z
      .union([
        z.strictObject({ from: z.literal('post'), person: key }),
        z.strictObject({ from: z.literal('organization'), person: key }),
        z.strictObject({ from: z.literal('term'), date: key, term: z.enum(['plan', 'rectification', 'report']) }),
        z.strictObject({ from: z.literal('join'), parts: z.array(z.string()).min(1) }),
      ])
      .optional(),
  }),
) satisfies z.ZodType<FactDefinition[]>
