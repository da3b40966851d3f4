import { z } from 'zod'
import type { PaperKind } from '../model/kinds.ts'
import { PAPER_KINDS } from '../model/kinds.ts'
import type { FactValues, Person, PointDecision } from '../model/meeting.ts'
import { type Agenda, agendaItemSchema } from '../model/rectification/agenda.ts'
import { type Chain, departedSchema, rungSchema } from '../model/rectification/chain.ts'
import { measureSchema, type Problem, problemSchema } from '../model/rectification/ledger.ts'

/** What a meeting holds and two machines may both change, as the library has it. */
export interface MeetingContent {
  title: string
  facts: FactValues
  people: readonly Person[]
  /** In their order, without the removed ones. */
  papers: readonly { id: string; kind: PaperKind; body: string; decisions: readonly PointDecision[] }[]
  waivers: readonly StoredWaiver[]
  problems: readonly Problem[]
  /** Null while nobody has made one. */
  agenda: Agenda | null
  chain: Chain | null
}

/** A finding set aside for the meeting, or for one paper of it. */
export interface StoredWaiver {
  id: string
  /** Null for the whole meeting. */
  paperId: string | null
  rule: string
  quote: string
  reason: string
}

const id = z.uuid()
const short = z.string().max(200)

/** The rows of each table as records; ids are apart. */
export const RECORDS = {
  meeting: z.object({
    title: short,
    closingMinutes: z.number().int().min(0).max(600).optional(),
    hasChain: z.literal('1').optional(),
  }),
  facts: z.object({ value: z.string().max(500) }),
  people: z.object({
    name: z.string().trim().min(1).max(30),
    post: z.string().max(100),
    organization: z.string().max(100),
  }),
  papers: z.object({ kind: z.enum(PAPER_KINDS) }),
  waivers: z.object({
    paperId: z.union([id, z.literal('')]),
    rule: z.string().max(80),
    quote: z.string().max(2000),
    reason: z.string().max(300),
  }),
  problems: problemSchema
    .omit({ id: true, measures: true, closing: true, isClosed: true })
    .extend({ closed: problemSchema.pick({ closing: true, isClosed: true }) }),
  agenda: agendaItemSchema.omit({ id: true }),
  rungs: rungSchema.omit({ id: true }),
  departed: departedSchema,
  decisions: z.object({
    decision: z.object({
      state: z.enum(['confirmed', 'not-applicable']),
      reason: z.string().max(300),
      evidence: z.string().max(5000),
    }),
  }),
  measures: measureSchema.omit({ id: true }),
} as const

export type RecordTable = keyof typeof RECORDS

/** Tables whose rows are named by UUIDs. */
export const NAMED_BY_UUID: ReadonlySet<string> = new Set([
  'people',
  'papers',
  'waivers',
  'problems',
  'agenda',
  'rungs',
  'measures',
])

/** A record as fields: texts as they are, everything else as JSON. */
export function toFields(record: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  )
}

/** One field back. @throws z.ZodError, SyntaxError when the record of this table has no such field */
export function readField(table: RecordTable, name: string, text: string): unknown {
  const shape: Record<string, z.ZodType> = RECORDS[table].shape
  const schema = Object.hasOwn(shape, name) ? shape[name] : undefined
  if (!schema) throw new SyntaxError(`no field ${name}`)
  const asText = schema.safeParse(text)
  return asText.success ? asText.data : schema.parse(JSON.parse(text))
}
