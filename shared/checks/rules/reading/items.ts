import { parseNumeral } from '../../../text/numerals.ts'
import type { Range } from '../../../text/sentences.ts'
import type { Paragraph } from '../../context.ts'
import type { ParagraphText } from '../../paragraph-text.ts'

/** 一、 （一） 1. （1） 一要 一是 第一， */
export type ItemForm = 'cn' | 'cn-paren' | 'digit' | 'digit-paren' | 'yao' | 'shi' | 'di'

/** One numbered heading or item, wherever it stands; its range is the marker. */
export interface Item extends Range {
  form: ItemForm
  /** 1 一、 2 （一） 3 1. 4 （1） 5 the spoken forms (GB/T 9704-2012, 7.3.3, and below it). */
  rank: number
  ordinal: number
  marker: string
  /** Index of its paragraph in the paper. */
  paragraph: number
  /** Whether the paragraph begins with it. */
  leading: boolean
  /** The program numbered it, so the number cannot be wrong. */
  counted: boolean
  /** Its first sentence without the marker; stops and line ends included. */
  head: Range
}

const RANKS: Record<ItemForm, number> = { cn: 1, 'cn-paren': 2, digit: 3, 'digit-paren': 4, yao: 5, shi: 5, di: 5 }
const LEADING =
  /^(?:([一二三四五六七八九十]{1,3})([、.．，,]|要|是)|[（(]([一二三四五六七八九十]{1,3})[）)][、.．，,]?|(\d{1,2})[.．、，,](?!\d)|[（(](\d{1,2})[）)][、.．，,]?|第([一二三四五六七八九十]{1,3})[，,、：])/
const SPOKEN = /[。；，：！？”](?:([一二三四五六七八九十]{1,2})(要|是)|第([一二三四五六七八九十]{1,2})[，、：])/g

/** An item as its paragraph alone gives it: places counted from the paragraph's beginning. */
function leadingItem(text: string, sentenceEnd: number): Item | null {
  const match = LEADING.exec(text)
  if (!match) return null
  const [marker, cn, behind, cnParen, digit, digitParen, di] = match
  const ordinal = parseNumeral(cn ?? cnParen ?? digit ?? digitParen ?? di ?? '')
  if (ordinal === null) return null
  let form: ItemForm = 'di'
  if (cn) form = behind === '要' ? 'yao' : behind === '是' ? 'shi' : 'cn'
  else if (cnParen) form = 'cn-paren'
  else if (digit) form = 'digit'
  else if (digitParen) form = 'digit-paren'
  return {
    form,
    rank: RANKS[form],
    ordinal,
    marker,
    start: 0,
    end: marker.length,
    paragraph: 0,
    leading: true,
    counted: false,
    head: { start: marker.length, end: Math.max(marker.length, sentenceEnd) },
  }
}

function readParagraph(text: string, sentenceEnd: number): Item[] {
  const items: Item[] = []
  const leading = leadingItem(text, sentenceEnd)
  if (leading) items.push(leading)
  for (const match of text.matchAll(SPOKEN)) {
    const ordinal = parseNumeral(match[1] ?? match[3] ?? '')
    if (ordinal === null) continue
    const form = match[2] === '要' ? 'yao' : match[2] === '是' ? 'shi' : 'di'
    const marker = match[0].slice(1)
    const start = match.index + 1
    const end = start + marker.length
    const head = { start: end, end: clauseEnd(text, start) }
    items.push({
      form,
      rank: RANKS[form],
      ordinal,
      marker,
      start,
      end,
      paragraph: 0,
      leading: false,
      counted: false,
      head,
    })
  }
  return items
}

const ownItems = (own: ParagraphText) => readParagraph(own.text, own.sentences[0]?.end ?? 0)

/** Every numbered item of a paper, in order: at the head of a paragraph, and 一要 一是 第一， inside running text. */
export function readItems(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = []
  for (const { own, start, index, block } of paragraphs) {
    if (block.part < 0) continue
    for (const item of own.recall(readItems, ownItems)) {
      items.push({
        form: item.form,
        rank: item.rank,
        ordinal: item.ordinal,
        marker: item.marker,
        start: item.start + start,
        end: item.end + start,
        paragraph: index,
        leading: item.leading,
        counted: item.leading && block.counted,
        head: { start: item.head.start + start, end: item.head.end + start },
      })
    }
  }
  return items
}

function clauseEnd(text: string, from: number): number {
  for (let index = from; index < text.length; index++) if ('。；！？'.includes(text.charAt(index))) return index + 1
  return text.length
}

/**
 * Groups items that belong to one list: the same form, no item of a higher rank between them, and the count not begun
 * again. A list that begins again at one is a new list.
 */
export function itemLists(items: readonly Item[]): Item[][] {
  const lists: Item[][] = []
  const open = new Map<ItemForm, Item[]>()
  for (const item of items) {
    for (const form of open.keys()) if (RANKS[form] > item.rank) open.delete(form)
    const current = open.get(item.form)
    if (current && item.ordinal !== 1) current.push(item)
    else {
      const list = [item]
      lists.push(list)
      open.set(item.form, list)
    }
  }
  return lists
}
