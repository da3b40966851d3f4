import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, type Transaction } from 'prosemirror-state'
import type { PaperNode } from '../../shared/model/schema.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import { parseNumeral, toChineseNumeral } from '../../shared/text/numerals.ts'
import { officePack } from '../ui/office-pack.ts'
import { rank } from './commands/sections.ts'
import { isComposing } from './composition.ts'

const either = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
const patterns = new WeakMap<Pack, RegExp>()

/** 讲三点意见, 提4个方面的要求: what says how many parts will follow, in the words of the pack. */
function announcedIn(pack: Pack): RegExp {
  const known = patterns.get(pack)
  if (known) return known
  const { verbs, nouns } = pack.terms.announcements
  const pattern = new RegExp(
    `(?<before>(?:${either(verbs)})(?:以下|如下|这|出)?)(?<count>[一二两三四五六七八九十]{1,3}|\\d{1,2})(?:点|条|个|项|方面)(?:方面)?的?(?:${either(nouns)})`,
  )
  patterns.set(pack, pattern)
  return pattern
}

function parts(doc: PaperNode): number {
  return doc.children.filter((block) => rank(block) === 1).length
}

function written(count: number, like: string): string {
  if (/\d/.test(like)) return String(count)
  return count === 2 ? '两' : toChineseNumeral(count)
}

/** Where the opening says how many parts there are, and how; null when it does not. */
export function announcement(doc: PaperNode): { from: number; to: number; count: string } | null {
  let found: { from: number; to: number; count: string } | null = null
  let inOpening = true
  const announced = announcedIn(officePack.get())
  doc.forEach((block, pos) => {
    if (rank(block) === 1) inOpening = false
    if (!inOpening || found || block.type.name !== 'paragraph') return
    const match = announced.exec(block.textBetween(0, block.content.size, '', '\ufffc'))
    const { before = '', count = '' } = match?.groups ?? {}
    if (!match) return
    const from = pos + 1 + match.index + before.length
    found = { from, to: from + count.length, count }
  })
  return found
}

/** The announced count set right after the number of parts went from `before` to `now`; null where it said another. */
export function followCount(transaction: Transaction, before: number, now: number): Transaction | null {
  const place = announcement(transaction.doc)
  if (!place || now < 1 || parseNumeral(place.count) !== before) return null
  return transaction.insertText(written(now, place.count), place.from, place.to)
}

/** 讲三点意见 becomes 讲四点意见 with the fourth part, in the same step of undo. A count that was wrong before is left. */
export function announcedCountPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, state) {
      if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isHistoryTransaction)) return null
      if (isComposing(state)) return null
      const [old, now] = [parts(before.doc), parts(state.doc)]
      return old === now ? null : followCount(state.tr, old, now)
    },
  })
}
