import type { RuleContext } from '../reading/rule-context.ts'
import type { Fault, Rule } from '../rule.ts'

/** 谈话函询、初步核实 … given as if they were the 四种形态. */
const ONE_OF_THEM = /^四种形态”?(?:中的|里的|之一的|中)“?(初步核实|暂存待查|予以了结)/

export const clueHandling: Rule = {
  id: 'wording/clue-handling',
  family: 'wording',
  severity: 'error',
  sourceLevel: 'regulation',
  source: '《中国共产党党内监督条例》第七条',
  find(context) {
    const { text, matches, sentenceAt, pack } = context
    const { name, ways, unless } = pack.wording.clueHandling
    const faults: Fault[] = []
    for (let place = text.indexOf(name); place >= 0; place = text.indexOf(name, place + 1)) {
      const sentence = sentenceAt(place)
      if (!sentence) continue
      const at = place - sentence.start
      if (unless.some((word) => sentence.text.includes(word))) continue
      const before = sentence.text.slice(Math.max(0, at - 30), at)
      const listedBefore =
        /(?:等|这|这些|了结|待查|核实|函询|即|：|、)“?$/.test(before) &&
        ways.filter((way) => before.includes(way)).length >= 2
      if (listedBefore) {
        const from = Math.min(...ways.filter((way) => before.includes(way)).map((way) => before.indexOf(way)))
        const start = sentence.start + Math.max(0, at - 30) + from
        const end = sentence.start + at + name.length
        faults.push({ start, end, message: `这几样是处置问题线索的方式，不是“${name}”。两样要分开说。` })
        continue
      }
      const single = ONE_OF_THEM.exec(sentence.text.slice(at))
      if (single) {
        const start = sentence.start + at
        const message = `“${single[1]}”是处置问题线索的方式，不是“${name}”中的一种。`
        faults.push({ start, end: start + single[0].length, message })
        continue
      }
      const behind = sentence.text.slice(at)
      const found = ways.filter((way) => behind.includes(way))
      // 初核 stands inside nothing else, but 了结 inside 予以了结: count the places, not the words.
      const distinct = found.filter((way) => !found.some((other) => other !== way && other.includes(way)))
      if (distinct.length < 2) continue
      const last = Math.max(...distinct.map((way) => behind.lastIndexOf(way) + way.length))
      faults.push({
        start: sentence.start + at,
        end: sentence.start + at + last,
        message: `“${distinct.join('”“')}”是处置问题线索的方式，不是“${name}”。两样要分开说。`,
      })
    }
    faults.push(...wrongShares(context))
    for (const match of matches(OUGHT)) {
      const [whole, due = '', done = ''] = match
      if (due === done || due.includes(done) || done.includes(due) || !pack.wording.clueHandling.measures.includes(due))
        continue
      if (!pack.wording.clueHandling.measures.includes(done)) continue
      const message = `“该${due}的”后面应是“${due}”，这里写的是“${done}”，请核对。`
      faults.push({ start: match.index, end: match.index + whole.length, message })
    }
    return faults
  },
}

const SHARE = /(?:成为|是|占|属于|为)(常态|大多数|绝大多数|多数|少数|极少数|极极少数)/g

/** 红红脸、出出汗成为少数: a form with the share of another. */
function wrongShares({ matches, text, pack, sentenceAt }: RuleContext): Fault[] {
  const { forms } = pack.wording.clueHandling
  return matches(SHARE).flatMap((match): Fault[] => {
    const from = Math.max(sentenceAt(match.index)?.start ?? 0, match.index - 24)
    const clause = /[^，；：]*$/.exec(text.slice(from, match.index))?.[0] ?? ''
    const form = forms.find(({ words }) => words.some((word) => clause.includes(word)))
    const said = (match[1] ?? '').replace('绝大多数', '大多数').replace(/^多数$/, '大多数')
    if (!form || form.share === said) return []
    const start = match.index - clause.length
    const message = `“四种形态”里这一种应当是“${form.share}”，这里写的是“${match[1]}”。`
    return [{ start, end: match.index + match[0].length, message }]
  })
}

/** 该立案的予以了结: another measure than the one that is due. */
const OUGHT =
  /该([\u4e00-\u9fff]{2,4}?)的(?:就|要|坚决|一律|及时|立即|依法|依规|依纪|必须|予以|给予|进行|都){0,2}([\u4e00-\u9fff]{2,4})(?=[，。；、！\n])/g
