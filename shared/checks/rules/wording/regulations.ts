import { withoutOverlaps } from '../reading/word-finder.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'
import { sentenceHas } from './dated-wording.ts'

const listed = wordList(({ wording }) => wording.regulations.map((row) => [row.name, row.versions] as const))
const BEFORE = /(\d{4})年?(?:新?修订|新?修改|新?修正|印发|颁布|出台|发布|版)?(?:的|版)?《?$/
const BEHIND =
  /^(?:（试行）)?》?(?:[（(](\d{4})年?(?:新?修订|修改|修正|印发|版|发布)?[）)]|(\d{4})年?(?:新?修订|修改|修正|印发|版|发布))/
const HISTORY = ['废止', '历程', '先后', '从20', '当时', '历次', '首次', '自20', '以来']

/** A version of a regulation that a later one has replaced by the day of the meeting, or that was not there yet. */
export const supersededRegulation: Rule = {
  id: 'wording/superseded-regulation',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'regulation',
  source: '党内法规的修订',
  find(context) {
    const { text, date, pack } = context
    if (!date) return []
    const faults: Fault[] = []
    for (const { start, end, word, value: versions } of withoutOverlaps(listed(context))) {
      const before = BEFORE.exec(text.slice(Math.max(0, start - 16), start))
      const behind = before ? null : BEHIND.exec(text.slice(end, end + 14))
      const year = Number(before?.[1] ?? behind?.[1] ?? behind?.[2] ?? 0)
      const cited = versions.find((version) => version.year === year)
      const current = versions.filter(({ from }) => from <= date).at(-1)
      if (!cited || !current || cited.year === current.year) continue
      if (sentenceHas(context, { start, end }, [...HISTORY, ...pack.wording.history])) continue
      const message =
        cited.from > date
          ? `《${word}》${year}年的版本这次会议时还没有施行。`
          : `《${word}》已经有${current.year}年的版本，这里引用的是${year}年的。`
      const from = before ? start - before[0].length : start
      faults.push({ start: from, end: behind ? end + behind[0].length : end, message })
    }
    return faults
  },
}
