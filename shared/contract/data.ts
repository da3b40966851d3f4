import { z } from 'zod'
import { PAPER_KINDS } from '../model/kinds.ts'

/** Shapes that several commands share. Times are ISO 8601 in UTC; ids are UUIDs; bytes travel as base64. */
export const id = z.uuid()
export const revision = z.number().int().min(0)
export const timestamp = z.string().max(40)
export const base64 = z.base64().max(60_000_000)
export const shortText = z.string().max(200)
export const paperKind = z.enum(PAPER_KINDS)
export const factKey = z.string().min(1).max(60)
export const factValues = z.record(factKey, z.string().max(500))

export const person = z.object({
  id,
  name: z.string().trim().min(1).max(30),
  post: z.string().max(100),
  organization: z.string().max(100),
})

export const newPerson = person.omit({ id: true }).extend({ id: id.optional() })

export const pointDecision = z.object({
  point: z.string().max(20),
  state: z.enum(['confirmed', 'not-applicable']),
  reason: z.string().max(300),
  evidence: z.string().max(5000),
})

export const waiver = z.object({
  id,
  scope: z.enum(['paper', 'meeting', 'office']),
  rule: z.string().max(80),
  quote: z.string().max(2000),
  reason: z.string().max(300),
})

export const paperHead = z.object({
  id,
  meetingId: id,
  kind: paperKind,
  title: z.string(),
  revision,
  created: timestamp,
  updated: timestamp,
})

/** How far a paper is: what the start screen and the list of papers show. */
export const paperProgress = paperHead.extend({
  characters: z.number(),
  requiredPoints: z.number(),
  coveredPoints: z.number(),
  openFacts: z.number(),
  errors: z.number(),
})

export const meetingSummary = z.object({
  id,
  title: z.string(),
  unit: z.string(),
  date: z.string().nullable(),
  sample: z.boolean(),
  revision,
  created: timestamp,
  updated: timestamp,
  papers: z.array(paperProgress),
})

export const meeting = z.object({
  id,
  title: z.string(),
  sample: z.boolean(),
  revision,
  created: timestamp,
  updated: timestamp,
  facts: factValues,
  people: z.array(person),
  papers: z.array(paperHead),
})

export const paper = paperHead.extend({
  /** Stored form, see shared/model/paper.ts. */
  body: z.string(),
  decisions: z.array(pointDecision),
  waivers: z.array(waiver),
})

export const revisionHead = z.object({
  id,
  paperId: id,
  name: z.string(),
  author: z.string(),
  created: timestamp,
  characters: z.number(),
})

export const libraryDocument = z.object({
  id,
  fileName: z.string(),
  title: z.string(),
  characters: z.number(),
  created: timestamp,
})

export type Meeting = z.infer<typeof meeting>
export type MeetingSummary = z.infer<typeof meetingSummary>
export type Paper = z.infer<typeof paper>
export type PaperProgress = z.infer<typeof paperProgress>
export type RevisionHead = z.infer<typeof revisionHead>
export type LibraryDocument = z.infer<typeof libraryDocument>
