import { Fragment, Slice } from 'prosemirror-model'
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { recognisePaper, type SourceLine, sourceLines } from '../../shared/model/recognise.ts'
import { type PaperNode, paperSchema } from '../../shared/model/schema.ts'
import { bodyStart, isFront, posOf } from './commands/sections.ts'
import { linesOfHtml } from './paste-lines.ts'

/** What the recognition needs in front of lines that are known to be no title. */
const FRONT: readonly SourceLine[] = [{ text: '讲话稿', role: 'title' }, { text: '同志们：' }]

/**
 * The paragraphs and headings of some lines. In a paper that is being written the program counts, whatever numbers
 * the lines bring along.
 */
function bodyBlocks(lines: readonly SourceLine[]): PaperNode[] {
  const { doc } = recognisePaper([...FRONT, ...lines])
  const blocks: PaperNode[] = []
  doc.forEach((node) => {
    if (isFront(node)) return
    if (node.type.name === 'heading')
      blocks.push(node.type.create({ ...node.attrs, fixedMarker: null, restart: false }, node.content))
    else blocks.push(paperSchema.node('paragraph', null, node.content))
  })
  return blocks
}

/** Nothing has been written below the front yet but what the template brought. */
function bodyIsUnwritten(doc: PaperNode): boolean {
  let written = false
  doc.forEach((node) => {
    if (!isFront(node) && node.type.name !== 'heading' && node.content.size > 0) written = true
  })
  return !written
}

function endOf(transaction: Transaction, pos: number): Transaction {
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(pos), -1)).scrollIntoView()
}

/** Lines put in at the selection; null when there are none. */
export function pasteLines(state: EditorState, lines: readonly SourceLine[]): Transaction | null {
  const [first, ...rest] = lines
  if (!first) return null
  const { tr, doc, selection } = state
  if (rest.length === 0) return tr.insertText(first.text).scrollIntoView()

  if (isFront(selection.$from.parent)) {
    const whole = recognisePaper(lines).doc
    // A whole paper put into the title of an empty one takes its place.
    if (selection.$from.index(0) === 0 && isFront(whole.child(1)) && bodyIsUnwritten(doc))
      return endOf(tr.replaceWith(0, doc.content.size, whole.content), whole.content.size)
    const blocks = bodyBlocks(rest)
    const before = posOf(doc, bodyStart(doc))
    tr.insert(before, blocks)
    const end = before + Fragment.from(blocks).size
    tr.insertText(first.text, selection.from, Math.min(selection.to, selection.$from.end()))
    return endOf(tr, tr.mapping.slice(1).map(end))
  }

  const blocks = bodyBlocks(lines)
  const startsEmpty = selection.empty && selection.$from.parent.content.size === 0
  const inClosing = selection.$from.parent.type.name === 'closing'
  const pasted = inClosing ? blocks.map((node) => paperSchema.node('closing', null, node.content)) : blocks
  if (startsEmpty) {
    const from = selection.$from.before(1)
    tr.replaceWith(from, selection.$from.after(1), pasted)
    return endOf(tr, from + Fragment.from(pasted).size)
  }
  // The first line runs on from the text before the cursor, unless it is a heading, whose number would be lost.
  const open = pasted[0]?.type.name === 'heading' ? 0 : 1
  return tr.replaceSelection(new Slice(Fragment.from(pasted), open, 1)).scrollIntoView()
}

/** Whether a transaction brought text from the clipboard or from something dragged here. */
export function isPasted(transaction: Transaction): boolean {
  return transaction.docChanged && ['paste', 'drop'].includes(transaction.getMeta('uiEvent'))
}

/** The text that a transaction added, a line for each paragraph. */
export function addedText({ steps, mapping, doc }: Transaction): string {
  const added: string[] = []
  steps.forEach((step, index) => {
    step.getMap().forEach((_from, _to, start, end) => {
      const rest = mapping.slice(index + 1)
      added.push(doc.textBetween(rest.map(start), rest.map(end), '\n', ' '))
    })
  })
  return added.join('\n')
}

/** Takes text from other programs without its formatting. What was copied here comes back as it was. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const data = event.clipboardData
        if (!data || !view.editable) return false
        const html = data.getData('text/html')
        if (html.includes('data-pm-slice')) return false
        const plain = data.getData('text/plain')
        const fromHtml = html ? linesOfHtml(html) : []
        const lines = fromHtml.length > 0 ? fromHtml : sourceLines(plain)
        const transaction = pasteLines(view.state, lines)
        if (transaction) view.dispatch(transaction.setMeta('paste', true).setMeta('uiEvent', 'paste'))
        return true
      },
      handleDrop(view, event, _slice, moved) {
        const data = event.dataTransfer
        if (moved || !data || data.files.length > 0 || !view.editable) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const lines = sourceLines(data.getData('text/plain'))
        if (!at || lines.length === 0 || data.getData('text/html').includes('data-pm-slice')) return false
        const placed = view.state.apply(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
        const transaction = pasteLines(placed, lines)
        if (!transaction) return false
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
        view.dispatch(transaction.setMeta('uiEvent', 'drop'))
        return true
      },
    },
  })
}
