import { type Range, splitSentences } from '../text/sentences.ts'
import { numberBlocks } from './numbering.ts'
import type { BylineRole, PaperNode } from './schema.ts'

export type BlockKind = 'title' | 'byline' | 'salutation' | 'heading' | 'paragraph' | 'closing'

/** One paragraph of a paper in its plain text. Offsets are UTF-16, end exclusive. */
export interface Block extends Range {
  kind: BlockKind
  /** 1–4 for headings, else 0. */
  level: number
  /** 一、 and the like; it stands in the text at `start`. '' where there is none. */
  marker: string
  /** Whether the program counted the marker (false: somebody wrote it). */
  counted: boolean
  role: BylineRole | null
  /**
   * A heading's own words without its marker: the whole paragraph when it stands alone, the first sentence when
   * text runs on behind it (run-in head, 一要…。…). Null for other kinds.
   */
  head: Range | null
  /** 0 before the first heading of level 1, then 1, 2, 3 …; -1 for title, by-lines and salutation. */
  part: number
  /** Position before the block's node in the document. */
  pos: number
}

/** A fact that stands in the text without a value, as 【名称】. */
export interface OpenFact extends Range {
  key: string
}

/** What a fact shows: its value, or null while it has none; `label` names it then. */
export type FactText = (key: string) => { text: string | null; label: string }

interface Segment extends Range {
  pos: number
  atom: boolean
}

/** The plain text on which checks work, with the way back to document positions. */
export interface TextView {
  /**
   * Paragraphs joined by "\n", markers and fact values included. A line break inside a title is a "\n" too, as it is
   * in the papers people bring. A paragraph without text leaves no line; its block is empty.
   */
  text: string
  blocks: Block[]
  openFacts: OpenFact[]
  /** Document range of a text range. A fact that is partly covered is covered whole. */
  documentRange(range: Range): { from: number; to: number }
  /** Text offset of a document position. */
  offsetAt(pos: number): number
}

/** Where the head of a heading paragraph ends: see {@link Block.head}. `text` is without the marker. */
export function headLength(text: string): number {
  const sentences = splitSentences(text)
  return sentences.length > 1 ? (sentences[0]?.end ?? text.length) : text.length
}

/** Builds the text view of a paper. Linear in its length. */
export function textView(doc: PaperNode, factText: FactText): TextView {
  const markers = numberBlocks(doc)
  const blocks: Block[] = []
  const segments: Segment[] = []
  const openFacts: OpenFact[] = []
  const pieces: string[] = []
  let length = 0
  let part = 0

  doc.forEach((node, pos, index) => {
    const kind = node.type.name as BlockKind
    const marker = markers[index] ?? ''
    if (length > 0 && (marker !== '' || node.content.size > 0)) {
      pieces.push('\n')
      length += 1
    }
    const start = length
    pieces.push(marker)
    length += marker.length
    if (kind === 'heading' && node.attrs.level === 1) part += 1
    const firstSegment = segments.length
    const content: string[] = []

    node.forEach((child, childOffset) => {
      const childPos = pos + 1 + childOffset
      let piece = child.text ?? ''
      if (child.type.name === 'line_break') piece = '\n'
      else if (child.type.name === 'fact') {
        const { text, label } = factText(child.attrs.key)
        piece = text ?? `【${label}】`
        if (text === null) openFacts.push({ key: child.attrs.key, start: length, end: length + piece.length })
      }
      segments.push({ start: length, end: length + piece.length, pos: childPos, atom: !child.isText })
      content.push(piece)
      pieces.push(piece)
      length += piece.length
    })
    if (segments.length === firstSegment) segments.push({ start: length, end: length, pos: pos + 1, atom: false })

    const headStart = start + marker.length
    const front = kind === 'title' || kind === 'byline' || kind === 'salutation'
    blocks.push({
      kind,
      level: kind === 'heading' ? node.attrs.level : 0,
      marker,
      counted: kind === 'heading' && node.attrs.fixedMarker === null,
      role: kind === 'byline' ? node.attrs.role : null,
      head: kind === 'heading' ? { start: headStart, end: headStart + headLength(content.join('')) } : null,
      part: front ? -1 : part,
      pos,
      start,
      end: length,
    })
  })

  const segmentAt = (offset: number): Segment | undefined => {
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((segments[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return segments[low]
  }
  const position = (offset: number, side: 'start' | 'end'): number => {
    const segment = segmentAt(side === 'end' && offset > 0 ? offset - 1 : offset)
    if (!segment) return 0
    if (segment.atom) return segment.pos + (side === 'end' ? 1 : 0)
    return segment.pos + Math.min(Math.max(offset - segment.start, 0), segment.end - segment.start)
  }

  return {
    text: pieces.join(''),
    blocks,
    openFacts,
    documentRange({ start, end }) {
      // An offset inside a marker belongs to the beginning of its paragraph, which lies behind it.
      const block = blocks.findLast((candidate) => candidate.start <= start)
      const from = block && start < block.start + block.marker.length ? block.pos + 1 : position(start, 'start')
      return { from, to: Math.max(from, end > start ? position(end, 'end') : from) }
    },
    offsetAt(pos) {
      let best = 0
      for (const segment of segments) {
        if (segment.pos > pos) break
        best =
          segment.start +
          Math.min(segment.atom ? (pos > segment.pos ? 1e9 : 0) : pos - segment.pos, segment.end - segment.start)
      }
      return best
    },
  }
}
