import { formatDate } from '../../../text/dates.ts'
import type { Range } from '../../../text/sentences.ts'
import type { CheckContext } from '../../context.ts'
import { clauseAround } from '../reading/text.ts'
import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

/** Whether one of the words stands in the sentence around an offset. */
export function sentenceHas(context: CheckContext, { start }: Range, words: readonly string[]): boolean {
  const sentence = context.sentenceAt(start)
  return sentence !== undefined && words.some((word) => sentence.text.includes(word))
}

const isPhrase = (word: string) => word.length > 1

/** 原, 曾, 后: a single character stands in too many words to count from afar. */
function hasBeside(text: string, { start, end }: Range, words: readonly string[]): boolean {
  const near = `${text.slice(Math.max(0, start - 3), start)} ${text.slice(end, end + 3)}`
  return words.some((word) => !isPhrase(word) && near.includes(word))
}

const listed = wordList(({ wording }) => wording.dated.flatMap((row) => row.find.map((word) => [word, row] as const)))

/** Wordings that are not yet, or no longer, right on the day of the meeting. */
export const datedWording: Rule = {
  id: 'wording/dated',
  family: 'wording',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '说法的时效',
  find(context) {
    const { text, date, pack } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const { start, end, word, value: row } of withoutOverlaps(listed(context))) {
      const early = row.from !== undefined && date < row.from
      const late = row.until !== undefined && date > row.until
      if (!early && !late) continue
      const range = { start, end }
      if (row.only.length > 0) {
        const clause = clauseAround(text, range)
        const around = text.slice(clause.start, clause.end)
        if (!row.only.some((needed) => around.includes(needed))) continue
      }
      if (early && sentenceHas(context, range, pack.wording.future)) continue
      if (
        late &&
        (sentenceHas(context, range, [...row.unless.filter(isPhrase), ...pack.wording.history]) ||
          hasBeside(text, range, row.unless))
      )
        continue
      const fits = row.instead.filter(({ from }) => from <= date).at(-1)?.text
      const message = early
        ? `“${word}”从${formatDate(row.from ?? '')}起才有，${formatDate(date)}的会议上还不能用。`
        : `“${word}”到${formatDate(date)}已经过时${fits ? `，现在的说法是“${fits}”` : ''}。`
      faults.push({
        start,
        end,
        message,
        severity: row.severity,
        source: row.basis,
        unlessPaperHas: row.unlessText,
        ...(late && row.exact && fits ? { suggestion: fits } : {}),
      })
    }
    return faults
  },
}
