import { Node } from 'prosemirror-model'
import { type PaperNode, paperSchema } from '../model/schema.ts'
import { readParagraph } from './merge-paragraphs.ts'
import { byPosition, place } from './positions.ts'
import { type Row, type State, sameTable, shownValue, type Table, tableOf } from './state.ts'

/** Stands behind the title of a paper that came in beside one the library has. */
export const BESIDE = '（导入的稿子）'

/**
 * Without a common version nobody can tell what of two texts is newer: a paper that differs comes in beside, as one of
 * its own with a clear name.
 */
export function besideTwins(
  ours: State,
  theirs: State,
  newId: (of: string) => string,
): { theirs: State; renamed: Map<string, string> } {
  const renamed = new Map<string, string>()
  let state = theirs
  for (const id of Object.keys(tableOf(theirs, 'papers'))) {
    if (!tableOf(ours, 'papers')[id]) continue
    const name = `blocks:${id}`
    if (sameText(tableOf(ours, name), tableOf(theirs, name))) {
      state = { tables: { ...state.tables, [name]: tableOf(ours, name) } }
      continue
    }
    const other = newId(id)
    renamed.set(id, other)
    state = moved(state, tableOf(ours, 'papers'), id, other)
  }
  return { theirs: state, renamed }
}

const textOf = (table: Table): string[] =>
  byPosition(Object.entries(table).map(([id, row]) => ({ id, ...row }))).map(
    ({ fields }) => shownValue('blocks:', 'node', fields.node ?? '').text,
  )

const sameText = (a: Table, b: Table): boolean => sameTable(a, b) || textOf(a).join('\n') === textOf(b).join('\n')

function moved({ tables }: State, ours: Table, from: string, to: string): State {
  const { [`blocks:${from}`]: blocks = {}, [`decisions:${from}`]: decisions = {}, ...others } = tables
  const { [from]: paper, ...papers } = others.papers ?? {}
  const waivers = Object.entries(others.waivers ?? {}).filter(([, { fields }]) => fields.paperId !== from)
  const all = { ...ours, ...papers }
  const positions = place([...byPosition(entries(all)).map(({ id }) => id), to], positionsOf(all))
  const last: Row = { position: positions.get(to) ?? '', fields: paper?.fields ?? {} }
  return {
    tables: {
      ...others,
      papers: { ...papers, [to]: last },
      waivers: Object.fromEntries(waivers),
      [`blocks:${to}`]: withName(blocks),
      [`decisions:${to}`]: decisions,
    },
  }
}

const entries = (table: Table) => Object.entries(table).map(([id, { position }]) => ({ id, position }))
const positionsOf = (table: Table) => new Map(entries(table).map(({ id, position }) => [id, position]))

function withName(blocks: Table): Table {
  const title = blocks.title
  if (!title) return blocks
  const { text } = shownValue('blocks:', 'node', title.fields.node ?? '')
  const named = nameBeside(readParagraph(text))
  return { ...blocks, title: { ...title, fields: { ...title.fields, node: JSON.stringify(named.toJSON()) } } }
}

function nameBeside(title: PaperNode): PaperNode {
  const json = title.toJSON() as { content?: unknown[] }
  return Node.fromJSON(paperSchema, { ...json, content: [...(json.content ?? []), { type: 'text', text: BESIDE }] })
}
