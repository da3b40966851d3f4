import { readPaper } from '../model/paper.ts'
import { type PaperNode, paperSchema } from '../model/schema.ts'
import { alignParagraphs } from './align-paragraphs.ts'
import { type MeetingContent, toFields } from './content.ts'
import { followText, type Here, pathOf, textHere } from './here.ts'
import { paragraphText } from './merge-paragraphs.ts'
import { byPosition, place } from './positions.ts'
import { shortHash } from './short-hash.ts'
import { type Row, shownValue, type Table, tableOf } from './state.ts'
import { split, type Value } from './value.ts'

/** Parts of a paper, in their order. A paper has one title, and at most one salutation. */
export const SECTIONS = ['title', 'byline', 'salutation', 'body', 'closing'] as const
export type Section = (typeof SECTIONS)[number]

export const sectionOf = (node: PaperNode): Section => SECTIONS.find((section) => section === node.type.name) ?? 'body'

const NOTHING = paperSchema.node('paragraph')

const isSingle = (section: Section): boolean => section === 'title' || section === 'salutation'

type Records = readonly { id: string; record: object }[]

/**
 * A meeting as it stands, followed row by row from what was last known of it. What was open stays open, with what stands
 * there now. @throws UnreadablePaper
 */
export function toState(content: MeetingContent, here: Here): Here {
  const tables: Record<string, Table> = {}
  const shown: Record<string, string> = {}
  const put = (table: string, rows: Record<string, Row>) => {
    if (Object.keys(rows).length > 0) tables[table] = rows
  }
  const list = (table: string, records: Records) => {
    const known = tableOf(here.state, table)
    const positions = place(
      records.map(({ id }) => id),
      new Map(Object.entries(known).map(([id, { position }]) => [id, position])),
    )
    put(
      table,
      rowsOf(here, shown, table, records, (id) => positions.get(id) ?? ''),
    )
  }
  const bag = (table: string, records: Records) =>
    put(
      table,
      rowsOf(here, shown, table, records, () => ''),
    )

  const { agenda, chain } = content
  const head = {
    title: content.title,
    ...(agenda ? { closingMinutes: agenda.closingMinutes } : {}),
    ...(chain ? { hasChain: '1' } : {}),
  }
  bag('meeting', [{ id: 'meeting', record: head }])
  bag(
    'facts',
    Object.entries(content.facts).map(([key, value]) => ({ id: key, record: { value } })),
  )
  list('people', content.people.map(apart))
  list(
    'papers',
    content.papers.map(({ id, kind }) => ({ id, record: { kind } })),
  )
  for (const { id, body, decisions } of content.papers) {
    put(`blocks:${id}`, blocksOf(here, shown, `blocks:${id}`, readPaper(body)))
    bag(
      `decisions:${id}`,
      decisions.map(({ point, ...decision }) => ({ id: point, record: { decision } })),
    )
  }
  bag(
    'waivers',
    content.waivers.map(({ id, paperId, ...waiver }) => ({ id, record: { ...waiver, paperId: paperId ?? '' } })),
  )
  list(
    'problems',
    content.problems.map(({ id, measures: _measures, closing, isClosed, ...rest }) => ({
      id,
      record: { ...rest, closed: { closing, isClosed } },
    })),
  )
  for (const { id, measures } of content.problems) list(`measures:${id}`, measures.map(apart))
  list('agenda', (agenda?.items ?? []).map(apart))
  list('rungs', (chain?.rungs ?? []).map(apart))
  list(
    'departed',
    (chain?.departed ?? []).map((record) => ({ id: shortHash(`${record.name}\n${record.date}`), record })),
  )
  return { state: { tables }, shown }
}

const apart = <T extends { id: string }>({ id, ...record }: T) => ({ id, record })

type Shown = Record<string, string>

function follow(here: Here, shown: Shown, table: string, row: string, field: string, text: string): Value {
  const value = followText(here, table, row, field, text)
  if (typeof value !== 'string' && shownValue(table, field, value).isOpen) shown[pathOf(table, row, field)] = text
  return value
}

/**
 * A row that was taken away here while it was still to be decided what it says: what others wrote in it stays, until
 * somebody decides that it goes.
 */
function undecided(here: Here, table: string, present: Readonly<Record<string, Row>>): Record<string, Row> {
  return Object.fromEntries(
    Object.entries(tableOf(here.state, table)).flatMap(([id, row]): [string, Row][] => {
      if (present[id]) return []
      const isOpen = (field: string, value: Value) =>
        typeof value !== 'string' && shownValue(table, field, value).isOpen
      if (!Object.entries(row.fields).some(([field, value]) => isOpen(field, value))) return []
      const left = Object.entries(row.fields).map(([field, value]): [string, Value] => {
        if (typeof value === 'string' || !isOpen(field, value)) return [field, value]
        const ours = textHere(here, table, id, field, value)
        return [
          field,
          split(
            value.base,
            value.variants.filter((one) => one !== ours),
          ),
        ]
      })
      return [[id, { ...row, fields: Object.fromEntries(left), isDropped: true }]]
    }),
  )
}

function rowsOf(
  here: Here,
  shown: Shown,
  table: string,
  records: Records,
  positionOf: (id: string) => string,
): Record<string, Row> {
  const known = tableOf(here.state, table)
  const rows = Object.fromEntries(
    records.map(({ id, record }): [string, Row] => {
      const fields = Object.entries(toFields(record)).map(([field, text]) => [
        field,
        follow(here, shown, table, id, field, text),
      ])
      const isDropped = known[id]?.isDropped
      return [id, { position: positionOf(id), fields: Object.fromEntries(fields), ...(isDropped ? { isDropped } : {}) }]
    }),
  )
  return { ...rows, ...undecided(here, table, rows) }
}

function blocksOf(here: Here, shown: Shown, table: string, doc: PaperNode): Record<string, Row> {
  const rows: Record<string, Row> = {}
  const known = Object.entries(tableOf(here.state, table)).map(([id, row]) => ({ id, ...row }))
  const bySection = Map.groupBy(byPosition(known), ({ fields }) => fields.section)
  const taken = new Set(known.map(({ id }) => id))
  for (const section of SECTIONS) {
    const before = bySection.get(section) ?? []
    const own = doc.children.filter((node) => sectionOf(node) === section)
    // The schema wants a paragraph where none is left.
    const nodes = before.length === 0 && own.length === 1 && own[0]?.eq(NOTHING) ? [] : own.map(paragraphText)
    const ids = isSingle(section)
      ? nodes.map(() => section)
      : alignParagraphs(
          before.map(({ id, fields }) => ({ id, text: textHere(here, table, id, 'node', fields.node ?? '') })),
          nodes,
          taken,
        )
    const positions = place(ids, new Map(before.map(({ id, position }) => [id, position])))
    ids.forEach((id, index) => {
      taken.add(id)
      const isDropped = tableOf(here.state, table)[id]?.isDropped
      const node = follow(here, shown, table, id, 'node', nodes[index] ?? '')
      rows[id] = { position: positions.get(id) ?? '', fields: { section, node }, ...(isDropped ? { isDropped } : {}) }
    })
  }
  return { ...rows, ...undecided(here, table, rows) }
}
