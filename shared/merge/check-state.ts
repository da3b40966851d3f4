import { z } from 'zod'
import { readPaper } from '../model/paper.ts'
import { BYLINE_ROLES, NUMBER_FORMS, type PaperNode } from '../model/schema.ts'
import { NAMED_BY_UUID, RECORDS, type RecordTable, readField } from './content.ts'
import { fromState } from './from-state.ts'
import { paragraphText, readParagraph } from './merge-paragraphs.ts'
import { parentOf, type Row, type State, type Table, tableOf } from './state.ts'
import { SECTIONS, sectionOf } from './to-state.ts'
import { variantsOf } from './value.ts'

// A state that came from outside holds nothing but what this program could have written: its shape was checked by
// stateSchema, here every text of it is.

const id = z.uuid()
const remark = z.strictObject({
  id: z.string().max(80),
  text: z.string().max(20_000),
  author: z.string().max(60),
  written: z.string().max(40),
  quote: z.string().max(20_000),
  done: z.boolean(),
})
const about = { hint: z.string().max(2000).nullable(), remarks: z.array(remark).max(500).nullable() }

/** What the attributes of each node may be; the schema of papers only knows their names. */
const ATTRIBUTES: Readonly<Record<string, z.ZodType>> = {
  title: z.strictObject(about),
  byline: z.strictObject({ role: z.enum(BYLINE_ROLES), ...about }),
  salutation: z.strictObject(about),
  paragraph: z.strictObject(about),
  heading: z.strictObject({
    level: z.number().int().min(1).max(4),
    form: z.enum(NUMBER_FORMS),
    restart: z.boolean(),
    fixedMarker: z.string().max(60).nullable(),
    ...about,
  }),
  closing: z.strictObject(about),
  fact: z.strictObject({ key: z.string().min(1).max(60) }),
}

/** @throws z.ZodError */
function checkParagraph(node: PaperNode): void {
  ATTRIBUTES[node.type.name]?.parse(node.attrs)
  for (const child of node.children) ATTRIBUTES[child.type.name]?.parse(child.attrs)
}

/** @throws UnreadablePaper, z.ZodError when it is no stored paper, or holds what the editor would not write */
export function checkPaper(body: string): void {
  for (const node of readPaper(body).children) checkParagraph(node)
}

/** @throws Error of some kind when it is no meeting, or holds what the program would not write */
export function checkState(state: State): void {
  for (const [name, table] of Object.entries(state.tables)) checkTable(state, name, table)
  fromState({ state, shown: {} })
}

function checkTable(state: State, name: string, table: Table): void {
  const [kind = ''] = name.split(':')
  const parent = parentOf(name)
  if (parent && !tableOf(state, parent.table)[parent.id]) throw new RangeError(`${name} belongs to nothing`)
  for (const [row, content] of Object.entries(table)) {
    if (NAMED_BY_UUID.has(kind)) id.parse(row)
    if (name === 'meeting' && row !== 'meeting') throw new RangeError('two meetings')
    if (kind === 'blocks') checkBlock(row, content)
    else checkFields(kind, content)
  }
}

function checkFields(kind: string, { fields }: Row): void {
  if (!Object.hasOwn(RECORDS, kind)) throw new RangeError(kind)
  for (const [field, value] of Object.entries(fields)) {
    const texts = typeof value === 'string' || value.base === null ? variantsOf(value) : [value.base, ...value.variants]
    for (const text of texts) readField(kind as RecordTable, field, text)
  }
}

function checkBlock(row: string, { fields }: Row): void {
  const { section, node, ...others } = fields
  if (Object.keys(others).length > 0 || node === undefined) throw new RangeError('a paragraph with other fields')
  if (!SECTIONS.some((known) => known === section)) throw new RangeError('a paragraph in no section')
  if ((section === 'title' || section === 'salutation') && row !== section) throw new RangeError('a title too many')
  const texts = typeof node === 'string' || node.base === null ? variantsOf(node) : [node.base, ...node.variants]
  for (const text of texts) {
    const read = readParagraph(text)
    if (paragraphText(read) !== text || sectionOf(read) !== section) throw new RangeError('not written by the schema')
    checkParagraph(read)
  }
}
