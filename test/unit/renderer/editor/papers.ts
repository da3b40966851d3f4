import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { type NumberForm, type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'

/**
 * Papers written down for tests, one line a paragraph: a sign for its kind, a space, its text.
 * T title, B by-line, S salutation, P paragraph, C closing, 1–4 heading by level, with y (要) s (是) d (第) behind the
 * figure for its form and ! for a restart; {key} is a fact, / in a title a line break, | the cursor or both ends of
 * the selection.
 */
const KINDS: Record<string, string> = { T: 'title', B: 'byline', S: 'salutation', P: 'paragraph', C: 'closing' }
const FORMS: Record<string, NumberForm> = { y: 'yao', s: 'shi', d: 'di' }

function inline(text: string) {
  return text
    .split(/(\{\w+\}|\/)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '/') return paperSchema.node('line_break')
      return piece.startsWith('{') ? paperSchema.node('fact', { key: piece.slice(1, -1) }) : paperSchema.text(piece)
    })
}

function block(line: string): PaperNode {
  const [, sign = '', , text = ''] = /^(\S+)( (.*))?$/.exec(line) ?? []
  const content = inline(text)
  const kind = KINDS[sign]
  if (kind) return paperSchema.node(kind, null, content)
  const [level = '1', form = ''] = sign
  return paperSchema.node(
    'heading',
    { level: Number(level), form: FORMS[form] ?? 'number', restart: sign.endsWith('!') },
    content,
  )
}

export function paper(lines: readonly string[]): PaperNode {
  const doc = paperSchema.node('doc', null, lines.map(block))
  doc.check()
  return doc
}

/** The state of an editor with that paper, the cursor where the | stands. */
export function stateOf(lines: readonly string[], plugins: EditorState['plugins'] = []): EditorState {
  const marked = paper(lines)
  const marks: number[] = []
  marked.descendants((node, pos) => {
    for (const match of (node.text ?? '').matchAll(/\|/g)) marks.push(pos + match.index - marks.length)
  })
  const doc = paper(lines.map((line) => line.replaceAll('|', '')))
  const [anchor = 1, head = anchor] = marks
  return EditorState.create({ doc, plugins, selection: TextSelection.create(doc, anchor, head) })
}

/** The paper written down again, with the selection; a number that somebody wrote stands behind the sign. */
export function linesOf(state: EditorState): string[] {
  const { from, to, empty } = state.selection
  const lines: string[] = []
  state.doc.forEach((node, pos) => {
    const kind = Object.entries(KINDS).find(([, name]) => name === node.type.name)?.[0]
    const form = Object.entries(FORMS).find(([, name]) => name === node.attrs.form)?.[0] ?? ''
    let text = ''
    for (let at = 0; at <= node.content.size; at++) {
      const here = pos + 1 + at
      if (here === from || (!empty && here === to)) text += '|'
      const child = node.nodeAt(at)
      if (child)
        text += child.isText ? node.textBetween(at, at + 1) : child.type.name === 'fact' ? `{${child.attrs.key}}` : '/'
    }
    lines.push(
      `${kind ?? `${node.attrs.level}${form}${node.attrs.restart ? '!' : ''}${node.attrs.fixedMarker ?? ''}`} ${text}`.trimEnd(),
    )
  })
  return lines
}

/** The state after a command; the same state where it does not apply. */
export function applied(state: EditorState, command: Command): EditorState {
  let next = state
  const applies = command(state, undefined)
  const ran = command(state, (transaction) => {
    next = state.apply(transaction)
  })
  if (applies !== ran) throw new Error('a command without dispatch must say whether it applies')
  next.doc.check()
  return next
}

/** Lines before, command, lines after. */
export function run(lines: readonly string[], command: Command): string[] {
  return linesOf(applied(stateOf(lines), command))
}

export function selectNode(state: EditorState, pos: number): EditorState {
  return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos)))
}
