import { around } from '../reading/text.ts'
import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const CROSSES =
  /(?<![A-Za-z0-9])(?:[XＸ×✕╳]+[年月日时号]?)+(?![A-Za-z光射线轴])|(?<![A-Za-z])x{2,}(?![A-Za-z])|(?<=[\u4e00-\u9fff第])[*＊]+(?=[\u4e00-\u9fff])/g
const BLANKS = /[＿_]{2,}|＿|(?<=[\u4e00-\u9fff，、：（“])[ \u3000]{3,}(?=[\u4e00-\u9fff，。、；）”])/g
const SQUARES =
  /【[^【】\n]{0,60}】|[□■◇◆△▲☐]{1,20}|(?<![〇零一二三四五六七八九十])[○〇]{2,}(?![〇零一二三四五六七八九十])/g
const EMPTY = /（[ \u3000]*）|\([ \u3000]*\)|“[ \u3000]*”|‘[ \u3000]*’|《[ \u3000]*》|〔[ \u3000]*〕|\[[ \u3000]*\]/g
const LETTERS = /(?<![A-Za-z0-9])[NMYnmy](?=(?:个|条|项|点|名|件|户|年|月|日|方面))/g
const BRACKET = /[（(［[]([^（）()［］[\]\n]{1,60})[）)］\]]/g

const listed = wordList(({ leftover }) => leftover.openWords.map((word) => [word, word] as const))

/** 5×3 and 2×2米 are sums and sizes. */
function isProduct(text: string, start: number, end: number): boolean {
  return /[\d）)米]/.test(text.charAt(start - 1)) && /[\d（(]/.test(text.charAt(end))
}

export const placeholder: Rule = {
  id: 'leftover/placeholder',
  family: 'leftover',
  severity: 'error',
  sourceLevel: 'practice',
  source: '定稿要求',
  find(context) {
    const { text, matches, pack, input } = context
    const faults: Fault[] = []
    const open = new Set(input.view.openFacts.map(({ start, end }) => input.view.text.slice(start, end)))
    const add = (start: number, end: number, message: string) => faults.push({ start, end, message })

    for (const match of matches(CROSSES)) {
      const end = match.index + match[0].length
      if (!isProduct(text, match.index, end)) add(match.index, end, `“${match[0]}”是留空的记号，这里还没有填。`)
    }
    for (const match of matches(BLANKS)) add(match.index, match.index + match[0].length, '这里留着空白，还没有填。')
    for (const match of matches(SQUARES)) {
      // An open fact stands in the text as 【…】 and has a rule of its own; a web page's head is told as one.
      if (open.has(match[0]) || /范文|文秘|网】/.test(match[0])) continue
      add(match.index, match.index + match[0].length, `“${match[0]}”是待填的记号，填好或者删去再定稿。`)
    }
    for (const match of matches(EMPTY)) {
      add(match.index, match.index + match[0].length, `“${match[0]}”里面是空的，填好或者删去。`)
    }
    for (const match of matches(LETTERS)) {
      add(match.index, match.index + 1, `“${match[0]}”是模板里代替数字的字母，要换成实数。`)
    }
    for (const match of matches(BRACKET)) {
      const inner = (match[1] ?? '').trim()
      const { noteStarts, noteEnds } = pack.leftover
      // 《…（征求意见稿）》 belongs to the title.
      if (inner.length > 40 || text.charAt(match.index + match[0].length) === '》') continue
      if (!noteStarts.some((word) => inner.startsWith(word)) && !noteEnds.some((word) => inner.endsWith(word))) {
        if (inner !== '略') continue
      }
      add(match.index, match.index + match[0].length, `“${match[0]}”是写给起草人看的话，处理好以后要删去。`)
    }
    for (const hit of listed(context)) {
      if (faults.some((fault) => fault.start <= hit.start && hit.end <= fault.end)) continue
      if (/^某/.test(hit.word) && /[“‘]$/.test(around(text, hit, 1).before)) continue
      add(hit.start, hit.end, `“${hit.word}”说明这里还没有定下来，填好再定稿。`)
    }
    return faults
  },
}

export const openFact: Rule = {
  id: 'leftover/open-fact',
  family: 'leftover',
  severity: 'error',
  sourceLevel: 'practice',
  source: '定稿要求',
  wholePaper: true,
  find({ input, pack }) {
    return input.view.openFacts.map(({ key, start, end }) => {
      const label = pack.facts.find((definition) => definition.key === key)?.label ?? key
      return { start, end, message: `会议要素“${label}”还没有填，填好以后这里会自动换上。` }
    })
  },
}
