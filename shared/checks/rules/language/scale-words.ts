import { wordList } from '../reading/word-list.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const base = { family: 'language', severity: 'warning', sourceLevel: 'practice', source: '文字校对' } as const

const figures = perPack(({ language }) => {
  const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
  const number = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千两]{1,4})'
  return new RegExp(
    `(${longestFirst(language.scale.before)})(${number}[百千万亿%％]?)(?:(余|多)([\\u4e00-\\u9fff])|[\\u4e00-\\u9fff]{0,2}?(${longestFirst(
      language.scale.after.filter((word) => word.length > 1),
    )}))`,
    'g',
  )
})

/** 约30余户, 超过50%以上: two words that say the same, or that cannot both hold. */
export const doubledApproximation: Rule = {
  ...base,
  id: 'language/doubled-approximation',
  find(context) {
    const faults: Fault[] = []
    for (const match of context.matches(figures(context))) {
      const [whole, before = '', , , , after = ''] = match
      const tail = match[3] ?? after
      // 近三年多 and 近十年以来 count time up to now.
      if (before === '近' && /年|月|日|天|来/.test(whole)) continue
      // 前进 …, 附近 …, 最近 …: the word before is longer than it looks.
      if (/[附最靠临远邻贴亲节预大条公合特契制]/.test(context.text.charAt(match.index - 1)) && before.length === 1)
        continue
      faults.push({
        start: match.index,
        end: match.index + whole.length,
        message: `“${before}”和“${tail}”留一个就够了。`,
      })
    }
    return faults
  },
}

const TWICE = /(?:\d+|[一二三四五六七八九十百千万两]{1,4})(余|多|来)(?:[\u4e00-\u9fff]{1,2}?)(左右|上下|以上|以下)/g

const EXACT =
  /(?<![\d.])(\d*[1-46-9])(人|个|户|名|件|项|条|份|家|处)(?:左右|上下)|(?<![\d.])(\d+[1-9])(?:余|多)(?:人|个|户|名|件|项|条|份|家|处|次|亩|万)/g

/** 56人左右: a figure that exact is not about. */
export const exactApproximation: Rule = {
  ...base,
  id: 'language/exact-approximation',
  find({ matches }) {
    return matches(EXACT).flatMap((match) => {
      const figure = match[1] ?? match[3] ?? ''
      if (figure.length < 2) return []
      const about = match[1] ? match[0].slice(-2) : match[0].charAt(figure.length)
      const message = `“${figure}”是确数，后面不说“${about}”。`
      return [{ start: match.index, end: match.index + match[0].length, message }]
    })
  },
}

/** 1200余亩左右: one of the two is enough. */
export const approximatedTwice: Rule = {
  ...base,
  id: 'language/approximated-twice',
  find({ matches }) {
    return matches(TWICE).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: `“${match[1]}”和“${match[2]}”留一个就够了。`,
    }))
  },
}

const contradictions = wordList(({ language }) => language.scale.contradictions)

/** 绝大部分一律: two words of scale that contradict each other in one clause. */
export const contradictingScale: Rule = {
  ...base,
  id: 'language/contradicting-scale',
  find(context) {
    const { text } = context
    const faults: Fault[] = []
    for (const { start, end, word: first, value: second } of contradictions(context)) {
      const behind = text.slice(end, end + 5)
      const place = behind.indexOf(second)
      if (place < 0 || /[，。；、：\n]/.test(behind.slice(0, place))) continue
      // 不是个别、而是普遍; 由少数到普遍: the contrast is meant.
      if (/[不由从非]/.test(text.slice(Math.max(0, start - 2), start)) || /[到变而]/.test(behind.slice(0, place)))
        continue
      const message = `“${first}”和“${second}”放在一起矛盾，留一个。`
      faults.push({ start, end: end + place + second.length, message })
    }
    return faults
  },
}
