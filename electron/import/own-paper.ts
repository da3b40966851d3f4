import type { Node } from 'prosemirror-model'
import { readMarker } from '../../shared/model/heading-marker.ts'
import { createHeadingCounter, formatMarker, type HeadingCounter, markerOrdinal } from '../../shared/model/numbering.ts'
import { brokenLines, headingAttributes } from '../../shared/model/recognise.ts'
import {
  type BylineRole,
  type HeadingAttributes,
  type NumberForm,
  type PaperNode,
  paperSchema,
} from '../../shared/model/schema.ts'
import {
  BARE_DATE_STYLE,
  MARKER_STYLES,
  PARAGRAPH_STYLES,
  TIME_MARK_STYLE,
  TITLE_BREAK_STYLE,
} from '../docx/style-names.ts'
import type { DocxParagraph, DocxText } from './docx-reader.ts'

const BYLINE_ROLES: Record<string, BylineRole> = {
  [PARAGRAPH_STYLES.HuibeiDate]: 'date',
  [PARAGRAPH_STYLES.HuibeiSpeaker]: 'speaker',
  [PARAGRAPH_STYLES.HuibeiNote]: 'note',
}
const OWN_NAMES: readonly string[] = Object.entries(PARAGRAPH_STYLES).flatMap(([id, name]) =>
  id.startsWith('Huibei') ? [name] : [],
)
/** What the program put in for the eye only. */
const PROGRAM_NAMES: readonly string[] = [TITLE_BREAK_STYLE.name, TIME_MARK_STYLE.name]
const MARKER_NAMES: readonly string[] = Object.values(MARKER_STYLES)

/** The level of 一要, 一是 and 第一， that somebody added in a style of their own. */
const STRANGER_LEVEL = 2

/** Whether 会备 wrote the file. */
export function isOwnPaper({ paragraphs }: DocxText): boolean {
  return paragraphs.some(
    ({ style, pieces }) => OWN_NAMES.includes(style) || pieces.some((piece) => MARKER_NAMES.includes(piece.style)),
  )
}

function textOf({ pieces, autoNumber }: DocxParagraph): string {
  const words = pieces.map(({ text, style }) => {
    if (PROGRAM_NAMES.includes(style)) return ''
    return style === BARE_DATE_STYLE.name ? `（${text}）` : text
  })
  return autoNumber + words.join('')
}

const headingLevel = (style: string) => Number(/^heading ([1-4])$/i.exec(style)?.[1] ?? 0)

function markerForm(marker: string): NumberForm {
  if (marker.endsWith('要')) return 'yao'
  if (marker.endsWith('是')) return 'shi'
  return marker.startsWith('第') ? 'di' : 'number'
}

/** Whether the program could have counted this. What somebody typed behind a marker takes on its style. */
function isCounted(marker: string, level: number, form: NumberForm): boolean {
  const ordinal = markerOrdinal(marker)
  return ordinal !== null && formatMarker(level, form, ordinal) === marker
}

function readHeading(paragraph: DocxParagraph, level: number, counter: HeadingCounter): Node {
  const text = textOf(paragraph)
  const first = paragraph.autoNumber === '' ? paragraph.pieces[0] : undefined
  let marker = first && MARKER_NAMES.includes(first.style) ? first.text : ''
  let form = markerForm(marker)
  let attributes: HeadingAttributes
  if (marker !== '' && first?.style === MARKER_STYLES.HuibeiFixed) {
    attributes = { level, form, restart: false, fixedMarker: marker }
  } else {
    if (!isCounted(marker, level, form)) {
      const written = readMarker(text)
      marker = written?.text ?? ''
      form = written?.form ?? 'number'
    }
    attributes = headingAttributes(counter, level, form, marker)
    const restarted = first?.style === MARKER_STYLES.HuibeiRestarted && formatMarker(level, form, 1) === marker
    if (restarted) attributes = { level, form, restart: true, fixedMarker: null }
  }
  counter.take(attributes)
  return paperSchema.node('heading', attributes, brokenLines(text.slice(marker.length).split('\n')))
}

/**
 * A paper that 会备 exported, from its named styles: what was exported, unless somebody changed it since. Paragraphs in
 * styles of somebody else are read by their words; those in a place where the paper cannot have them become plain.
 */
export function readOwnPaper({ paragraphs, notes }: DocxText): { doc: PaperNode; notes: string[] } {
  const counter = createHeadingCounter()
  const title: Node[] = []
  const bylines: Node[] = []
  let salutation: Node | null = null
  const blocks: Node[] = []
  let strangers = 0

  for (const paragraph of paragraphs) {
    const text = textOf(paragraph)
    if (text === '' || (text.trim() === '' && !OWN_NAMES.includes(paragraph.style))) continue
    const content = brokenLines(text.split('\n'))
    const { style } = paragraph
    const role = BYLINE_ROLES[style]
    const level = headingLevel(style)
    const inFront = salutation === null && blocks.length === 0
    if (style.toLowerCase() === 'title' && inFront && bylines.length === 0) {
      if (title.length > 0) title.push(paperSchema.node('line_break'))
      title.push(...content)
    } else if (role !== undefined && inFront) bylines.push(paperSchema.node('byline', { role }, content))
    else if (style === PARAGRAPH_STYLES.HuibeiSalutation && inFront)
      salutation = paperSchema.node('salutation', null, content)
    else if (level > 0) blocks.push(readHeading(paragraph, level, counter))
    else if (style === PARAGRAPH_STYLES.HuibeiClosing) blocks.push(paperSchema.node('closing', null, content))
    else {
      const stranger = style !== PARAGRAPH_STYLES.HuibeiBody
      const marker = stranger ? readMarker(text) : null
      if (stranger) strangers += 1
      blocks.push(
        marker
          ? readHeading(paragraph, marker.level ?? STRANGER_LEVEL, counter)
          : paperSchema.node('paragraph', null, content),
      )
    }
  }

  const lastOther = blocks.findLastIndex((block) => block.type.name !== 'closing')
  const body = blocks.map((block, index) =>
    block.type.name === 'closing' && index < lastOther ? paperSchema.node('paragraph', null, block.content) : block,
  )
  if (lastOther < 0) body.unshift(paperSchema.node('paragraph'))
  const doc = paperSchema.node('doc', null, [
    paperSchema.node('title', null, title),
    ...bylines,
    ...(salutation === null ? [] : [salutation]),
    ...body,
  ])
  doc.check()
  const strangerNote = strangers > 0 ? [`有 ${strangers} 段不是用会备的样式写的，已按文字内容读入，请核对。`] : []
  return { doc, notes: [...notes, ...strangerNote] }
}
