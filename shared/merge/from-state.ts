import type { z } from 'zod'
import { writePaper } from '../model/paper.ts'
import { paperSchema } from '../model/schema.ts'
import { type MeetingContent, RECORDS, type RecordTable, readField } from './content.ts'
import { fieldsHere, type Here } from './here.ts'
import { readParagraph } from './merge-paragraphs.ts'
import { byPosition } from './positions.ts'
import { tableOf } from './state.ts'
import { SECTIONS } from './to-state.ts'

type Read<K extends RecordTable> = z.infer<(typeof RECORDS)[K]>

/** The names of a table's rows in their order. */
export function idsInOrder(here: Here, table: string): string[] {
  return byPosition(Object.entries(tableOf(here.state, table)).map(([id, { position }]) => ({ id, position }))).map(
    ({ id }) => id,
  )
}

/** One row as this library shows it. @throws z.ZodError, SyntaxError */
export function recordHere<K extends RecordTable>(here: Here, kind: K, table: string, row: string): Read<K> {
  const fields = Object.entries(fieldsHere(here, table, row))
  const record = Object.fromEntries(fields.map(([name, text]) => [name, readField(kind, name, text)]))
  return RECORDS[kind].parse(record) as Read<K>
}

function records<K extends RecordTable>(here: Here, kind: K, table: string = kind): (Read<K> & { id: string })[] {
  return idsInOrder(here, table).map((id) => ({ ...recordHere(here, kind, table, id), id }))
}

/** The meeting a state is, as this library shows it. @throws z.ZodError, SyntaxError, RangeError when it is none */
export function fromState(here: Here): MeetingContent {
  const head = recordHere(here, 'meeting', 'meeting', 'meeting')
  return {
    title: head.title,
    facts: Object.fromEntries(records(here, 'facts').map(({ id, value }) => [id, value])),
    people: records(here, 'people'),
    papers: records(here, 'papers').map(({ id, kind }) => ({
      id,
      kind,
      body: paperBody(here, id),
      decisions: records(here, 'decisions', `decisions:${id}`).map(({ id: point, decision }) => ({
        point,
        ...decision,
      })),
    })),
    waivers: records(here, 'waivers').map(({ paperId, ...waiver }) => ({ ...waiver, paperId: paperId || null })),
    problems: records(here, 'problems').map(({ closed, ...problem }) => ({
      ...problem,
      ...closed,
      measures: records(here, 'measures', `measures:${problem.id}`),
    })),
    agenda:
      head.closingMinutes === undefined
        ? null
        : { items: records(here, 'agenda'), closingMinutes: head.closingMinutes },
    chain:
      head.hasChain === undefined
        ? null
        : { rungs: records(here, 'rungs'), departed: records(here, 'departed').map(({ id: _id, ...one }) => one) },
  }
}

/** The stored form of a paper. */
export function paperBody(here: Here, paperId: string): string {
  const table = `blocks:${paperId}`
  const rows = idsInOrder(here, table).map((id) => fieldsHere(here, table, id))
  const nodes = SECTIONS.flatMap((section) => {
    const own = rows.filter((row) => row.section === section).map(({ node = '' }) => readParagraph(node))
    return section === 'body' && own.length === 0 ? [paperSchema.node('paragraph')] : own
  })
  const doc = paperSchema.node('doc', null, nodes)
  doc.check()
  return writePaper(doc)
}
