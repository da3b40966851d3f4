import { bracketedDate, bylineLines } from '../../shared/model/byline-lines.ts'
import { numberBlocks } from '../../shared/model/numbering.ts'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { type BlockKind, type FactText, headLength } from '../../shared/model/text-view.ts'
import { timeMarks } from '../../shared/model/time-marks.ts'
import { breakTitle, titleNames } from '../../shared/model/title-lines.ts'
import { type ReadingChoice, readings } from '../../shared/text/readings.ts'
import type { FlowBlock } from '../ui/paper/block-flow.ts'
import type { PageGeometry } from '../ui/paper/page-geometry.ts'

/** A paragraph ready to be printed: its element, as paper.css dresses it, and how it flows. */
export interface PaperBlock {
  element: HTMLElement
  flow: FlowBlock
}

const CLASSES: Record<BlockKind, string> = {
  title: 'paper-title',
  byline: 'paper-byline',
  salutation: 'paper-salutation',
  heading: 'paper-heading',
  paragraph: '',
  closing: 'paper-closing',
}

/** 张三 alone or behind a post and a space: set as wide as a name of three characters. */
const TWO_CHARACTER_NAME = /^(.*[\s　])?(\p{Script=Han})(\p{Script=Han})$/su

function textOf(node: PaperNode, factText: FactText): string {
  const pieces = node.children.map((child) => {
    if (child.type.name === 'line_break') return '\n'
    if (child.type.name !== 'fact') return child.text ?? ''
    const { text, label } = factText(child.attrs.key)
    return text ?? `【${label}】`
  })
  return pieces.join('')
}

/** What a lectern copy shows besides the words. */
export interface LecternAids {
  readings: ReadingChoice
  timeMarks: { every: number; rate: Settings['speakingRate'] }
}

/** Puts pinyin over characters; it hangs over them and takes no room. */
function addReadings(element: HTMLElement, choice: ReadingChoice): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  // A word may lie in several of them: a name whose characters are set apart.
  const found = readings(texts.map(({ data }) => data).join(''), choice).toReversed()
  let offset = 0
  for (const text of texts) {
    const { length } = text.data
    for (const { start, end, pinyin } of found) {
      if (start < offset || end > offset + length) continue
      text.splitText(end - offset)
      const character = text.splitText(start - offset)
      const read = span('paper-reading', character.data)
      read.dataset.reading = pinyin
      character.replaceWith(read)
    }
    offset += length
  }
}

function addTimeMarks(blocks: readonly PaperBlock[], { every, rate }: LecternAids['timeMarks']): void {
  const spoken = blocks.filter(({ flow }) => flow.kind !== 'title' && flow.kind !== 'byline')
  const texts = spoken.map(({ element, flow }) => (element.dataset.marker ?? '') + flow.text)
  for (const [index, mark] of timeMarks(texts, rate, every).entries())
    if (mark) spoken[index]?.element.append(span('paper-time', mark))
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}

function fill(
  element: HTMLElement,
  node: PaperNode,
  text: string,
  /** Of a title. */
  lines: readonly string[],
  head: number,
  { charactersPerLine }: PageGeometry,
  { bylineName, bylineDate }: Pick<Settings['layout'], 'bylineName' | 'bylineDate'>,
): void {
  if (node.attrs.role === 'speaker')
    bylineLines(text, charactersPerLine).forEach((line, index) => {
      const name = bylineName === 'spaced' ? TWO_CHARACTER_NAME.exec(line) : null
      if (index > 0) element.append(document.createElement('br'))
      element.append(...(name ? [name[1] ?? '', span('paper-wide', name[2] ?? ''), name[3] ?? ''] : [line]))
    })
  else if (node.attrs.role === 'date') {
    const { open, text: shown, close } = bracketedDate(text, bylineDate)
    element.append(open + shown + close)
  } else if (node.type.name === 'heading' && head < text.length)
    element.append(span('paper-head', text.slice(0, head)), text.slice(head))
  else
    lines.forEach((line, index) => {
      if (index > 0) element.append(document.createElement('br'))
      element.append(line)
    })
}

/** The paragraphs of a paper in the order of print. Empty ones are left out, and so are hints. */
export function paperBlocks(
  doc: PaperNode,
  factText: FactText,
  byline: Pick<Settings['layout'], 'bylineOrder' | 'bylineName' | 'bylineDate'>,
  geometry: PageGeometry,
  aids: LecternAids | null = null,
): PaperBlock[] {
  const markers = numberBlocks(doc)
  const blocks = doc.children.flatMap((node, index): PaperBlock[] => {
    const text = textOf(node, factText)
    const marker = markers[index] ?? ''
    if (text === '' && marker === '') return []
    const kind = node.type.name as BlockKind
    const level = kind === 'heading' ? Number(node.attrs.level) : 0
    const head = kind === 'heading' ? headLength(text) : 0
    const element = document.createElement(kind === 'title' ? 'h1' : 'p')
    element.className = CLASSES[kind]
    if (level > 0) element.classList.add(`paper-heading-${level}`)
    if (level > 0 && head < text.length) element.classList.add('paper-run-in')
    if (kind === 'byline') element.dataset.role = node.attrs.role
    if (marker !== '') element.dataset.marker = marker
    const names = titleNames(node, factText)
    const lines =
      kind === 'title' ? text.split('\n').flatMap((line) => breakTitle(line, geometry.titleCharacters, names)) : [text]
    fill(element, node, text, lines, head, geometry, byline)
    return [{ element, flow: { kind, level, text, headLength: head, markerLength: marker.length } }]
  })
  const order = byline.bylineOrder === 'date-first' ? ['date', 'speaker', 'note'] : ['speaker', 'date', 'note']
  const place = (block: PaperBlock) => order.indexOf(block.element.dataset.role ?? '')
  const bylines = blocks
    .filter((block) => block.flow.kind === 'byline')
    .toSorted((one, other) => place(one) - place(other))
  if (aids) {
    addTimeMarks(blocks, aids.timeMarks)
    for (const { element } of blocks) addReadings(element, aids.readings)
  }
  return blocks.map((block) => (block.flow.kind === 'byline' ? (bylines.shift() ?? block) : block))
}
