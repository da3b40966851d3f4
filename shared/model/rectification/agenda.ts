import { Fragment } from 'prosemirror-model'
import { z } from 'zod'
import { toChineseNumeral } from '../../text/numerals.ts'
import type { Person } from '../meeting.ts'
import { type PaperNode, paperSchema } from '../schema.ts'
import type { FactText } from '../text-view.ts'

export const AGENDA_KINDS = ['feedback', 'convey', 'hand-over', 'response', 'speech', 'other'] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

export const agendaItemSchema = z.object({
  id: z.uuid(),
  kind: z.enum(AGENDA_KINDS),
  /** What happens: 反馈巡察情况. */
  action: z.string().max(100),
  /** How the speaker is announced: 县委巡察办主任. */
  post: z.string().max(100),
  speaker: z.string().max(30),
  minutes: z.number().int().min(0).max(600),
})
export const agendaSchema = z.object({
  items: z.array(agendaItemSchema).max(40),
  /** For the host's own words at the end. */
  closingMinutes: z.number().int().min(0).max(600),
})
export type AgendaItem = z.infer<typeof agendaItemSchema>
export type Agenda = z.infer<typeof agendaSchema>

/** What each kind is called, and the words that show it in a text. */
export const AGENDA_KIND_NAMES: Record<AgendaKind, { name: string; pattern: RegExp }> = {
  feedback: { name: '反馈', pattern: /反馈巡察|反馈情况|反馈意见$|反馈/ },
  convey: { name: '传达', pattern: /传达/ },
  'hand-over': { name: '移交', pattern: /移交|签收/ },
  response: { name: '表态', pattern: /表态/ },
  speech: { name: '讲话', pattern: /讲话|讲意见|提要求/ },
  other: { name: '其他', pattern: /$^/ },
}

const KIND_ORDER: readonly AgendaKind[] = ['response', 'hand-over', 'convey', 'speech', 'feedback']
const kindOf = (text: string): AgendaKind =>
  KIND_ORDER.find((kind) => AGENDA_KIND_NAMES[kind].pattern.test(text)) ?? 'other'

export const agendaMinutes = (agenda: Agenda): number =>
  agenda.items.reduce((sum, { minutes }) => sum + minutes, agenda.closingMinutes)

/** 县委巡察办主任罗致和传达县委书记专题会议精神 */
export const agendaLine = ({ post, speaker, action }: AgendaItem): string => `${post}${speaker}${action}`

/** The text of a block as it shows, facts included. */
export function blockText(block: PaperNode, factText: FactText): string {
  return block.children
    .map((child) => {
      if (child.type.name !== 'fact') return child.text ?? ''
      const { text, label } = factText(child.attrs.key)
      return text ?? `【${label}】`
    })
    .join('')
}

const MINUTES = /[（(]\s*(?:约)?(\d{1,3})\s*分钟\s*[）)]/
const isItem = (block: PaperNode): boolean => block.type.name === 'heading' && block.attrs.level === 1

/** The agenda that stands in an agenda paper: its headings of the first level. */
export function agendaOfPaper(
  doc: PaperNode,
  factText: FactText,
  people: readonly Person[],
  newId: () => string,
): Agenda {
  const items = doc.children.filter(isItem).map((block): AgendaItem => {
    const text = blockText(block, factText)
    const plain = text
      .replace(MINUTES, '')
      .replace(/[。；]$/, '')
      .trim()
    // Behind a comma somebody only takes part: …移交反馈意见，某某签收.
    const speaker =
      people
        .map(({ name }) => name)
        .find((name) => /^[^，；]*$/.test(plain.split(name)[0] ?? '，') && plain.includes(name)) ?? ''
    const at = speaker === '' ? 0 : plain.indexOf(speaker)
    return {
      id: newId(),
      kind: kindOf(speaker === '' ? plain : plain.slice(at)),
      post: plain.slice(0, at),
      speaker,
      action: plain.slice(at + speaker.length),
      minutes: Number(MINUTES.exec(text)?.[1] ?? 0),
    }
  })
  const rest = doc.children.filter((block) => !isItem(block)).map((block) => blockText(block, factText))
  const closing = rest.map((text) => /小结[^。]*?用时(\d{1,3})分钟/.exec(text)?.[1]).find(Boolean)
  return { items, closingMinutes: Number(closing ?? 0) }
}

const NUMERAL = '[一二两三四五六七八九十百\\d]{1,4}'
const ORDINAL = new RegExp(`第${NUMERAL}项(?=议程|议题|，|,|：|:|$)`)
const COUNT = new RegExp(`(共有?|以上|全部|今天的|上述)(${NUMERAL})(项(?:议程|议题))`, 'g')
const LIST = /(项(?:议程|议题)[：:])一是.*?(?=。|$)/
/** Paragraphs that belong to the item before them. */
const FOLLOWING = /^(?:刚才|感谢|谢谢|让我们|刚刚)/

/** The block with its texts changed one by one; facts stay where they are. */
function mapText(block: PaperNode, change: (text: string) => string): PaperNode {
  const children = block.children.flatMap((child) => {
    if (!child.isText) return [child]
    const text = change(child.text ?? '')
    return text === '' ? [] : [paperSchema.text(text, child.marks)]
  })
  return block.copy(Fragment.from(children))
}

interface Segment {
  blocks: PaperNode[]
  text: string
}

/** Which piece of the text belongs to which item: by the speaker's name, then by what happens; each piece once. */
function assign(items: readonly AgendaItem[], pieces: readonly { text: string }[]): (number | null)[] {
  const scores = items.flatMap((item, itemAt) =>
    pieces.map(({ text }, pieceAt) => ({
      itemAt,
      pieceAt,
      score:
        (item.speaker !== '' && text.includes(item.speaker) ? 4 : 0) +
        (item.kind !== 'other' && kindOf(text) === item.kind ? 3 : 0) +
        (item.action !== '' && text.includes(item.action) ? 2 : 0),
    })),
  )
  scores.sort((a, b) => b.score - a.score || Math.abs(a.itemAt - a.pieceAt) - Math.abs(b.itemAt - b.pieceAt))
  const result: (number | null)[] = items.map(() => null)
  const taken = new Set<number>()
  for (const { itemAt, pieceAt, score } of scores) {
    if (score < 3 || result[itemAt] !== null || taken.has(pieceAt)) continue
    result[itemAt] = pieceAt
    taken.add(pieceAt)
  }
  return result
}

/**
 * A host script that follows the agenda: each 第N项 stands in the agenda's order with its 刚才 and thanks, counted
 * again; new items get a sentence, items that are gone lose theirs. Null when the script names no items.
 */
export function hostScriptByAgenda(doc: PaperNode, agenda: Agenda, factText: FactText): PaperNode | null {
  const blocks = [...doc.children]
  const isCall = (block: PaperNode) =>
    block.type.name === 'paragraph' && ORDINAL.test(blockText(block, factText).slice(0, 24))
  const first = blocks.findIndex(isCall)
  if (first < 0 || agenda.items.length === 0) return null
  let end = blocks.findLastIndex(isCall) + 1
  while (blocks[end]?.type.name === 'paragraph' && FOLLOWING.test(blockText(blocks[end] as PaperNode, factText)))
    end += 1

  const segments: Segment[] = []
  for (const block of blocks.slice(first, end)) {
    if (isCall(block)) segments.push({ blocks: [block], text: blockText(block, factText) })
    else segments.at(-1)?.blocks.push(block)
  }
  const places = assign(agenda.items, segments)
  const count = toChineseNumeral(agenda.items.length)
  const ordered = agenda.items.flatMap((item, index) => {
    const ordinal = `第${toChineseNumeral(index + 1)}项`
    const segment = segments[places[index] ?? -1]
    if (!segment) return [paperSchema.node('paragraph', null, paperSchema.text(callOf(item, ordinal)))]
    const [call, ...rest] = segment.blocks
    return call ? [mapText(call, (text) => text.replace(ORDINAL, ordinal)), ...rest] : rest
  })
  const list = agenda.items.map(
    ({ action, kind }, index) =>
      `${toChineseNumeral(index + 1)}是${action.split(/[，；]/)[0] || AGENDA_KIND_NAMES[kind].name}`,
  )
  const recount = (block: PaperNode): PaperNode =>
    mapText(block, (text) =>
      text
        .replace(COUNT, (_, before: string, _old: string, after: string) => `${before}${count}${after}`)
        .replace(LIST, (_, before: string) => `${before}${list.join('，')}`),
    )
  return doc.copy(
    Fragment.from([...blocks.slice(0, first).map(recount), ...ordered, ...blocks.slice(end).map(recount)]),
  )
}

function callOf({ post, speaker, action }: AgendaItem, ordinal: string): string {
  return speaker === ''
    ? `下面，进行${ordinal}议程，${post}${action}。`
    : `下面，进行${ordinal}议程，请${post}${speaker}同志${action}。`
}

/** An agenda paper that follows the agenda: its headings, their minutes, and the whole time. Null without headings. */
export function agendaPaperByAgenda(doc: PaperNode, agenda: Agenda, factText: FactText): PaperNode | null {
  const blocks = [...doc.children]
  const first = blocks.findIndex(isItem)
  if (first < 0 || agenda.items.length === 0) return null
  const end = blocks.findLastIndex(isItem) + 1
  const pieces = blocks.slice(first, end).map((block) => ({ block, text: blockText(block, factText) }))
  // Headings with text between them are more than a list; it would be torn apart.
  if (pieces.some(({ block }) => !isItem(block))) return null
  const places = assign(agenda.items, pieces)
  const headings = agenda.items.map((item, index) => {
    const minutes = item.minutes > 0 ? `（${item.minutes}分钟）` : ''
    const piece = pieces[places[index] ?? -1]
    if (piece && piece.text.replace(MINUTES, '').trim() === agendaLine(item)) {
      const without = mapText(piece.block, (text) => text.replace(MINUTES, ''))
      return minutes === '' ? without : without.copy(without.content.append(Fragment.from(paperSchema.text(minutes))))
    }
    const line = agendaLine(item) + minutes
    return paperSchema.node('heading', { level: 1 }, line === '' ? [] : paperSchema.text(line))
  })
  const total = agendaMinutes(agenda)
  const retime = (block: PaperNode) =>
    mapText(block, (text) =>
      text
        .replace(/(全程(?:约)?(?:用时)?)\d{1,3}(分钟)/, `$1${total}$2`)
        .replace(/(小结[^。]*?用时)\d{1,3}(分钟)/, `$1${agenda.closingMinutes}$2`),
    )
  return doc.copy(Fragment.from([...blocks.slice(0, first).map(retime), ...headings, ...blocks.slice(end).map(retime)]))
}

/** What a host script says of the order: each 第N项 with its place among the blocks. */
export function calledItems(doc: PaperNode, factText: FactText): { ordinal: string; text: string; block: number }[] {
  return doc.children.flatMap((block, index) => {
    if (block.type.name !== 'paragraph') return []
    const text = blockText(block, factText)
    const ordinal = ORDINAL.exec(text.slice(0, 24))?.[0]
    return ordinal ? [{ ordinal, text, block: index }] : []
  })
}
