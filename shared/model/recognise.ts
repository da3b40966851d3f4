import type { Node } from 'prosemirror-model'
import { type HeadingMarker, readMarker } from './heading-marker.ts'
import { createHeadingCounter, formatMarker, type HeadingCounter } from './numbering.ts'
import { frontNotes, readFrontMatter } from './recognise-front.ts'
import { type HeadingAttributes, type NumberForm, type PaperNode, paperSchema } from './schema.ts'
import { signatureLength } from './signature.ts'

/** A paragraph of a foreign paper, with what its file says about it. */
export interface SourceLine {
  text: string
  /** Set in the file as a title. */
  role?: 'title'
  /** 1–4: set in the file as a heading of that level. */
  styleLevel?: number
}

export interface Recognised {
  doc: PaperNode
  /** What was not understood, as sentences for the user. */
  notes: string[]
}

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** A paragraph set as a heading but longer than this, and without a number, is a paragraph. */
const LONGEST_PLAIN_HEADING = 60
/** So many paragraphs at the end may belong to the closing words. */
const LONGEST_CLOSING = 3
/** So many odd markers are named in the notes. */
const NAMED_MARKERS = 5

const THANKS =
  /^(?:谢谢|感谢大家|(?:今天)?(?:我)?(?:就)?(?:先)?(?:讲|说|谈)(?:到)?(?:这里|这些|这么多)|我的(?:讲话|发言|表态|汇报).{0,4}(?:完|结束)|(?:讲话|发言|汇报)完毕|以上.{0,10}(?:请|供|不当)|散会|现在(?:我)?(?:宣布)?散会)/
const MEETING_ENDS = /(?:到此结束|散会[！!。]?$)/
const LONGEST_THANKS = 40
const WRAP_UP = /^同志们[，,！!：:]/

/** The lines of a plain text, without empty ones. */
export function sourceLines(text: string): SourceLine[] {
  return cleanLines([{ text }])
}

function cleanLines(lines: readonly SourceLine[]): SourceLine[] {
  return lines.flatMap((line) =>
    line.text
      .split(LINE_ENDS)
      .map((text) => ({ ...line, text: text.trim() }))
      .filter(({ text }) => text !== ''),
  )
}

const words = (text: string): Node[] => (text === '' ? [] : [paperSchema.text(text)])

/** Lines as the content of one paragraph, joined by line breaks. */
export function brokenLines(lines: readonly string[]): Node[] {
  return lines.flatMap((line, index) => [...(index > 0 ? [paperSchema.node('line_break')] : []), ...words(line)])
}

/** Where the levels of 一要, 一是 and 第一， come from: what is open above them in the same part. */
class OpenLevels {
  private readonly forms: (NumberForm | null)[] = [null, null, null, null, null]
  private readonly topForm: NumberForm

  constructor(topForm: NumberForm) {
    this.topForm = topForm
  }

  levelOf({ form, level, ordinal }: HeadingMarker): number {
    if (level !== null) return level
    if (form === this.topForm) return 1
    const running = this.forms.lastIndexOf(form)
    if (running > 0) return running
    const deepestNumber = Math.max(1, this.forms.lastIndexOf('number'))
    const openList = this.forms.findLastIndex((open) => open !== null && open !== 'number')
    return Math.min(4, Math.max(deepestNumber, ordinal === 1 ? openList : 0) + 1)
  }

  open(level: number, form: NumberForm): void {
    this.forms[level] = form
    this.forms.fill(null, level + 1)
  }
}

/** 第一， heads the parts of a speech that has no 一、 of its own. */
function topForm(lines: readonly SourceLine[]): NumberForm {
  const markers = lines.map(({ text }) => readMarker(text))
  if (markers.some((marker) => marker?.level === 1)) return 'number'
  return markers.filter((marker) => marker?.form === 'di').length > 1 ? 'di' : 'number'
}

/** How the program would have to count to write the marker that stands there; failing that the marker is kept. */
export function headingAttributes(
  counter: HeadingCounter,
  level: number,
  form: NumberForm,
  marker: string,
): HeadingAttributes {
  const counted = { level, form, restart: false, fixedMarker: null }
  if (formatMarker(level, form, counter.expected(level, form)) === marker) return counted
  if (formatMarker(level, form, 1) === marker) return { ...counted, restart: true }
  return { ...counted, fixedMarker: marker }
}

function oddMarkersNote(odd: readonly string[]): string[] {
  if (odd.length === 0) return []
  const named = odd.slice(0, NAMED_MARKERS).map((marker) => `“${marker}”`)
  const more = odd.length > NAMED_MARKERS ? '等' : ''
  return [`有 ${odd.length} 处序号写法不规范或前后不连续，已按原样保留：${named.join('')}${more}。`]
}

function readBlocks(lines: readonly SourceLine[]): { blocks: Node[]; odd: string[] } {
  const counter = createHeadingCounter()
  const levels = new OpenLevels(topForm(lines))
  const odd: string[] = []
  const blocks = lines.map(({ text, styleLevel }) => {
    const marker = readMarker(text)
    if (!marker && (styleLevel === undefined || text.length > LONGEST_PLAIN_HEADING))
      return paperSchema.node('paragraph', null, words(text))
    const level = marker ? levels.levelOf(marker) : Math.min(4, Math.max(1, styleLevel ?? 1))
    const form = marker?.form ?? 'number'
    const attributes = headingAttributes(counter, level, form, marker?.text ?? '')
    counter.take(attributes)
    levels.open(level, form)
    if (attributes.fixedMarker) odd.push(attributes.fixedMarker)
    return paperSchema.node('heading', attributes, words(text.slice(marker?.text.length ?? 0)))
  })
  return { blocks, odd }
}

/** How many of the last blocks are a signature or closing words: thanks, and before them a turn to 同志们 again. */
function closingLength(blocks: readonly Node[]): number {
  const text = (index: number) => blocks[index]?.textContent ?? ''
  const isParagraph = (index: number) => blocks[index]?.type.name === 'paragraph'
  const last = blocks.length - 1
  if (isParagraph(last) && isParagraph(last - 1) && signatureLength([text(last - 1), text(last)]) > 0) return 2
  let first = blocks.length
  const ends = (line: string) => line.length <= LONGEST_THANKS && (THANKS.test(line) || MEETING_ENDS.test(line))
  while (isParagraph(first - 1) && ends(text(first - 1))) first -= 1

  const lastHeading = blocks.findLastIndex((block) => block.type.name === 'heading')
  for (let index = first - 1; lastHeading >= 0 && index > lastHeading; index--) {
    if (first - index > LONGEST_CLOSING) break
    // A part that has only its heading so far needs this paragraph itself.
    const partIsEmpty = index === lastHeading + 1 && blocks[lastHeading]?.attrs.level === 1
    if (WRAP_UP.test(text(index)) && !partIsEmpty) return blocks.length - index
  }
  return blocks.length - first
}

/**
 * Finds the structure of a paper in its lines. Nothing is lost and nothing changed: the text view of the result is
 * the non-empty, trimmed lines joined by "\n". Markers that the program would write the same are counted from then
 * on, any other is kept as it stands.
 */
export function recognisePaper(source: readonly SourceLine[]): Recognised {
  const lines = cleanLines(source)
  const front = readFrontMatter(lines)
  const { blocks, odd } = readBlocks(lines.slice(front.length))
  if (blocks.length === 0) blocks.push(paperSchema.node('paragraph'))
  // The schema wants one block before the closing.
  const closing = Math.min(closingLength(blocks), blocks.length - 1)
  const body = blocks.slice(0, blocks.length - closing)
  const doc = paperSchema.node('doc', null, [
    paperSchema.node('title', null, brokenLines(front.title)),
    ...front.bylines.map(({ role, text }) => paperSchema.node('byline', { role }, words(text))),
    ...(front.salutation === null ? [] : [paperSchema.node('salutation', null, words(front.salutation))]),
    ...body,
    ...blocks.slice(body.length).map((block) => paperSchema.node('closing', null, block.content)),
  ])
  doc.check()
  const missingTitle = lines.length > 0 && front.title.length === 0 ? ['没有找到标题，请在第一行补上。'] : []
  return { doc, notes: [...missingTitle, ...frontNotes(front), ...oddMarkersNote(odd)] }
}
