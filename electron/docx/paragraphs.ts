import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, type TextRun } from 'docx'
import { bracketedDate, bylineLines } from '../../shared/model/byline-lines.ts'
import { keptWithEnding } from '../../shared/model/ending.ts'
import { numberBlocks } from '../../shared/model/numbering.ts'
import type { BylineRole, HeadingAttributes, PaperNode } from '../../shared/model/schema.ts'
import { signatureLength } from '../../shared/model/signature.ts'
import { type FactText, headLength } from '../../shared/model/text-view.ts'
import { timeMarks } from '../../shared/model/time-marks.ts'
import { breakTitle, titleNames } from '../../shared/model/title-lines.ts'
import type { PageDesign } from './page-design.ts'
import { RunWriter } from './run-writer.ts'
import {
  BARE_DATE_STYLE,
  type MarkerStyle,
  type ParagraphStyle,
  TIME_MARK_STYLE,
  TITLE_BREAK_STYLE,
} from './style-names.ts'
import { writable } from './xml.ts'

const BYLINE_STYLES: Record<BylineRole, ParagraphStyle> = {
  date: 'HuibeiDate',
  speaker: 'HuibeiSpeaker',
  note: 'HuibeiNote',
}
const HEADING_STYLES: readonly ParagraphStyle[] = ['Heading1', 'Heading2', 'Heading3', 'Heading4']

/** Characters of first-line indent (GB/T 9704-2012, 7.3.3). */
const INDENT = 2

/** Characters between a signature and the right margin, and between the beginnings of its lines (7.3.5.2). */
const SIGNATURE_INDENT = 2

/** 张三 alone or behind a post and a space. */
const TWO_CHARACTER_NAME = /^(.*[\s　])?(\p{Script=Han})(\p{Script=Han})$/su

function inlineText(node: PaperNode, factText: FactText): string {
  const pieces = node.children.map((child) => {
    if (child.type.name === 'line_break') return '\n'
    if (child.type.name !== 'fact') return child.text ?? ''
    const { text, label } = factText(child.attrs.key)
    return text ?? `【${label}】`
  })
  return writable(pieces.join(''))
}

function orderedBylines(bylines: PaperNode[], order: PageDesign['byline']['bylineOrder']): PaperNode[] {
  const roles: BylineRole[] = order === 'date-first' ? ['date', 'speaker', 'note'] : ['speaker', 'date', 'note']
  return bylines.toSorted((a, b) => roles.indexOf(a.attrs.role) - roles.indexOf(b.attrs.role))
}

/** In full-width characters. */
function visualWidth(text: string): number {
  return Array.from(text).reduce((width, char) => width + (/[ -~]/.test(char) ? 0.5 : 1), 0)
}

const UNSPOKEN = ['title', 'byline']

/** The paragraphs that end with a mark of the time, with their marks. */
function spokenMarks(
  doc: PaperNode,
  markers: readonly string[],
  text: (node: PaperNode) => string,
  { timeMarks: choice }: PageDesign,
): Map<PaperNode, string> {
  if (!choice) return new Map()
  const spoken = doc.children.flatMap((node, index) =>
    UNSPOKEN.includes(node.type.name) ? [] : [{ node, text: (markers[index] ?? '') + text(node) }],
  )
  const texts = spoken.map((one) => one.text)
  const marks = timeMarks(texts, choice.rate, choice.every)
  return new Map(spoken.flatMap(({ node }, index) => (marks[index] ? [[node, marks[index]]] : [])))
}

/** The paragraphs that stay with the lines that end the paper. */
function nodesBeforeEnding(
  doc: PaperNode,
  markers: readonly string[],
  text: (node: PaperNode) => string,
  perLine: number,
): Set<PaperNode> {
  const printed = doc.children.flatMap((node, index) => {
    const words = (markers[index] ?? '') + text(node)
    return words === '' || UNSPOKEN.includes(node.type.name) ? [] : [{ node, width: visualWidth(words) + INDENT }]
  })
  const kept = keptWithEnding(printed.map(({ width }) => Math.ceil(width / perLine)))
  return new Set(kept.flatMap((index) => printed[index]?.node ?? []))
}

/** The paragraphs of a paper, in the order of print. A block without text gives none. */
export function paperParagraphs(doc: PaperNode, factText: FactText, design: PageDesign): Paragraph[] {
  const { fonts, layout } = design
  const markers = numberBlocks(doc)
  const writer = new RunWriter(fonts.latin, design.bodySize, design.readings)
  const text = (node: PaperNode) => inlineText(node, factText)
  const podium = layout === 'podium'
  const marks = spokenMarks(doc, markers, text, design)
  const timeMark = (node: PaperNode) =>
    writer.runs(fonts.kai, marks.get(node) ?? '', {
      style: TIME_MARK_STYLE.id,
      size: Math.round(design.bodySize * 1.2),
      color: '595959',
    })
  const ending = nodesBeforeEnding(doc, markers, text, Math.floor(design.textWidth / (design.bodySize * 20)))
  const withNext = (node: PaperNode) => (ending.has(node) ? { keepNext: true } : {})
  let spaceBefore = true

  const paragraph = (style: ParagraphStyle, children: TextRun[], more: Partial<IParagraphOptions> = {}): Paragraph => {
    // One blank line between the front of a paper and its text, and above a signature, as space: an empty paragraph
    // would be text.
    const { line } = design
    const spacing = spaceBefore ? { spacing: { before: line, line, lineRule: LineRuleType.EXACT } } : {}
    spaceBefore = false
    return new Paragraph({ style, children, ...spacing, ...more })
  }
  const keepTogether = (content: string) => {
    const lines = Math.ceil((content.length * design.bodySize * 20) / design.textWidth)
    return podium && lines <= design.linesKeptTogether ? { keepLines: true } : {}
  }

  const title = (node: PaperNode): Paragraph[] => {
    const whole = text(node)
    if (whole === '') return []
    const names = titleNames(node, factText)
    const children = whole
      .split('\n')
      .flatMap((own, ownIndex) =>
        breakTitle(own, design.titleCharacters, names).flatMap((line, index) => [
          ...(index > 0 ? [writer.lineBreak(fonts.title, TITLE_BREAK_STYLE.id)] : []),
          ...(index === 0 && ownIndex > 0 ? [writer.lineBreak(fonts.title)] : []),
          ...writer.runs(fonts.title, line),
        ]),
      )
    return [new Paragraph({ style: 'Title', children, keepNext: true })]
  }

  /** Brackets that are put on or taken off are for the eye; the styles of their runs say so to whoever reads it back. */
  const date = (written: string): TextRun[] => {
    const { open, text, close } = bracketedDate(written, design.byline.bylineDate)
    const bracket = (added: string) => writer.runs(fonts.kai, added, { style: TITLE_BREAK_STYLE.id })
    const isBared = open === '' && text !== written
    return [
      ...bracket(open),
      ...writer.runs(fonts.kai, text, isBared ? { style: BARE_DATE_STYLE.id } : {}),
      ...bracket(close),
    ]
  }

  const byline = (node: PaperNode): Paragraph[] => {
    const whole = text(node)
    if (whole === '') return []
    const role: BylineRole = node.attrs.role
    const perLine = Math.floor(design.textWidth / (design.bodySize * 20))
    const lines = role === 'speaker' ? bylineLines(whole, perLine) : [whole]
    const children = lines.flatMap((line, index) => {
      const name = role === 'speaker' && design.byline.bylineName === 'spaced' ? TWO_CHARACTER_NAME.exec(line) : null
      // 张三 is set as wide as a name of three characters; as spacing, so that the text stays 张三.
      const runs = name
        ? [
            ...writer.runs(fonts.kai, name[1] ?? ''),
            ...writer.spacedName(fonts.kai, `${name[2] ?? ''}${name[3] ?? ''}`, design.bodySize * 20),
          ]
        : role === 'date'
          ? date(line)
          : writer.runs(fonts.kai, line)
      return index > 0 ? [writer.lineBreak(fonts.kai, TITLE_BREAK_STYLE.id), ...runs] : runs
    })
    return [new Paragraph({ style: BYLINE_STYLES[role], children })]
  }

  const heading = (node: PaperNode, marker: string): Paragraph[] => {
    const { level, restart, fixedMarker } = node.attrs as HeadingAttributes
    const words = text(node)
    if (marker === '' && words === '') return []
    const markerStyle: MarkerStyle =
      fixedMarker !== null ? 'HuibeiFixed' : restart ? 'HuibeiRestarted' : 'HuibeiCounted'
    const font = [fonts.hei, fonts.kai][level - 1] ?? fonts.body
    const headEnd = headLength(words)
    // 1.能当天办的当天销号。 is an item of a list; it heads nothing.
    const standsAlone = headEnd === words.length && (level === 1 || !/[。；！？]$/.test(words))
    const children = [
      ...writer.runs(font, marker, { style: markerStyle }),
      ...writer.runs(font, words.slice(0, headEnd)),
      ...writer.runs(fonts.body, words.slice(headEnd), { bold: false }),
      ...timeMark(node),
    ]
    // A head that fills its line must not stand at the foot of a page without the words that follow it.
    const perLine = Math.floor(design.textWidth / (design.bodySize * 20))
    const fillsLine = marker.length + headEnd + INDENT >= perLine - INDENT
    const flow = { ...(podium || fillsLine ? { widowControl: true } : {}), ...keepTogether(words) }
    const more = standsAlone ? { keepNext: true, keepLines: true } : { ...flow, ...withNext(node) }
    return [paragraph(HEADING_STYLES[level - 1] ?? 'Heading4', children, more)]
  }

  const plain = (style: ParagraphStyle, node: PaperNode): Paragraph[] => {
    const words = text(node)
    if (words === '') return []
    const more = podium ? { widowControl: true, ...keepTogether(words) } : {}
    const children = [...writer.runs(fonts.body, words), ...timeMark(node)]
    return [
      paragraph(style, children, style === 'HuibeiSalutation' ? { keepNext: true } : { ...more, ...withNext(node) }),
    ]
  }

  const closings = doc.children.filter((node) => node.type.name === 'closing' && text(node) !== '')
  const signed = signatureLength(closings.map(text)) > 0 ? closings.slice(-2) : []
  const signature = (): Paragraph[] => {
    const [name = '', date = ''] = signed.map(text)
    const em = design.bodySize * 20
    // The date begins two characters to the right of the name; the longer of the two ends two before the margin.
    const indent = SIGNATURE_INDENT + Math.max(0, visualWidth(date) - visualWidth(name) + SIGNATURE_INDENT)
    const under = visualWidth(name) + indent - SIGNATURE_INDENT - visualWidth(date)
    const right = (characters: number): Partial<IParagraphOptions> => ({
      alignment: AlignmentType.RIGHT,
      indent: { firstLine: 0, firstLineChars: 0, right: Math.round(characters * em) },
    })
    spaceBefore = true
    const above = paragraph('HuibeiClosing', writer.runs(fonts.body, name), { ...right(indent), keepNext: true })
    return [above, paragraph('HuibeiClosing', writer.runs(fonts.body, date), right(under))]
  }

  const bylines = doc.children.filter((node) => node.type.name === 'byline')
  return doc.children.flatMap((node, index) => {
    switch (node.type.name) {
      case 'title':
        return [...title(node), ...orderedBylines(bylines, design.byline.bylineOrder).flatMap(byline)]
      case 'byline':
        return []
      case 'heading':
        return heading(node, markers[index] ?? '')
      case 'salutation':
        return plain('HuibeiSalutation', node)
      case 'closing':
        if (!signed.includes(node)) return plain('HuibeiClosing', node)
        return node === signed[0] ? signature() : []
      default:
        return plain('HuibeiBody', node)
    }
  })
}
