import { wordList } from '../reading/word-list.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'language', severity: 'warning', sourceLevel: 'practice', source: '文字校对' } as const

/** Characters before 要 with which it is part of a word or carries on what went before: 需要, 还要, 知道要. */
const JOINED_BEFORE =
  '需主重必首概简纪摘险紧扼切显提撮就还也都既又更只是而想将快先后须不定能应且将再才均亦若谁但并道白楚得明出调求到说讲写为第别凡所索谁正总各仍则一二三四五六七八九十越没偏刚刚最'
/** Characters behind 要 with which it is a noun or another word: 要求, 要点, 要害. */
const JOINED_BEHIND = '求点害素紧么件领义塞闻事目职务旨案价挟命强不是有说'
const OPENS_CLAUSE = '都也还就更均亦仍'
const SHORTEST = 5
/** 要查到底要改到底: clauses as short as these count when the second is as long. */
const TWIN = 4

const BREAK = /[^\u4e00-\u9fff“”‘’《》（）\dA-Za-z%]/

/** Two clauses that each begin with 要 and nothing between them: 要规范招标程序要严格变更审批. */
export const missingStop: Rule = {
  ...base,
  id: 'language/missing-stop',
  find({ text }) {
    const faults: Fault[] = []
    let previous = -1
    for (let at = text.indexOf('要'); at >= 0; at = text.indexOf('要', at + 1)) {
      if (previous >= 0 && BREAK.test(text.slice(previous, at))) previous = -1
      const before = text.charAt(at - 1)
      if (JOINED_BEHIND.includes(text.charAt(at + 1))) continue
      const numbered = /[一二三四五六七八九十]/.test(before)
      if (numbered && previous > 0 && /[一二三四五六七八九十]/.test(text.charAt(previous - 1))) {
        faults.push({ start: previous - 1, end: at + 1, message: '两个“要……”连在一起，中间少了逗号或者句号。' })
        previous = at
        continue
      }
      if (before !== '' && JOINED_BEFORE.includes(before)) {
        // 一要 二要 open a clause of their own kind.
        if (previous < 0 && numbered && !/[\u4e00-\u9fff]/.test(text.charAt(at - 2))) previous = at
        if (previous < 0 && OPENS_CLAUSE.includes(before)) previous = at
        continue
      }
      const twin = at - previous === TWIN && BREAK.test(text.charAt(at + TWIN)) && !/[也就都]/.test(before)
      if (previous >= 0 && (at - previous >= SHORTEST || twin)) {
        const behind = text.slice(at, at + 5).search(BREAK)
        const end = behind < 0 ? Math.min(at + 5, text.length) : at + behind
        faults.push({ start: previous, end, message: '两个“要……”连在一起，中间少了逗号或者句号。' })
      }
      previous = at
    }
    return faults
  },
}

const transitives = wordList(({ language }) =>
  language.transitive.flatMap((row) => row.verbs.map((verb) => [verb, row] as const)),
)

/** A verb that needs an object and has none: 向县纪委监委移交，有关单位…. */
export const missingObject: Rule = {
  ...base,
  id: 'language/missing-object',
  find(context) {
    const { text } = context
    const faults: Fault[] = []
    for (const { start, end, word, value } of transitives(context)) {
      const behind = /^(?:的|了)?(?=[，。；！])|^(?=要|应当|必须)/.exec(text.slice(end, end + 2))
      if (!behind) continue
      const sentence = context.sentenceAt(start)
      const paragraph = context.paragraphAt(start)
      if (!sentence || !paragraph) continue
      const before = text.slice(sentence.start, start)
      if (before.endsWith(`${word}的，`)) continue
      // 情节严重的，移送。 names neither what nor to whom; 该移送的，移送。 has named it.
      if (/的，$/.test(before) && /^[。；]/.test(text.slice(end, end + 1))) {
        faults.push({ start, end: end + 1, message: `“${word}”后面少了对象，如“${word}${value.example}”。` })
        continue
      }
      if (value.objects.some((object) => before.includes(object))) continue
      // What was just spoken of may be left out at the head of the next sentence, and in a passive one.
      const earlier = text.slice(Math.max(paragraph.start, sentence.start - 60), sentence.start)
      if (/^(?:已|并|现|均|都|其)/.test(sentence.text) && value.objects.some((object) => earlier.includes(object)))
        continue
      if (/[被由予待应]$|工作$|依法$|按期$/.test(before) || before.length < 3) continue
      const tail = behind[0].length
      faults.push({
        start,
        end: end + tail + 1,
        message: `“${word}”后面少了对象，如“${word}${value.example}”。`,
      })
    }
    return faults
  },
}

/** 线索已经移交。 names what, and not to whom. */
export const missingRecipient: Rule = {
  ...base,
  id: 'language/missing-recipient',
  severity: 'hint',
  find(context) {
    return transitives(context).flatMap(({ start, end, word, value: { objects, recipients } }): Fault[] => {
      const sentence = context.sentenceAt(start)
      if (recipients.length === 0 || !sentence || !/[。；]/.test(context.text.charAt(end))) return []
      const before = context.text.slice(sentence.start, start)
      if (!before.includes('已') || !objects.some((object) => before.includes(object))) return []
      if (recipients.some((one) => before.includes(one))) return []
      const message = `没有说${word}给谁，可以写明“${word}有关部门（机关）”。`
      return [{ start, end: end + 1, message }]
    })
  },
}

const NEGATION_REACH = 14
const denials = wordList(({ language }) => language.negations.verbs.map((verb) => [verb, verb] as const))

/** 防止……不再发生: denied twice, so that it says the opposite. */
export const doubleNegation: Rule = {
  ...base,
  id: 'language/double-negation',
  find(context) {
    const { text, pack } = context
    return denials(context).flatMap(({ start, end, word }) => {
      const behind = /^[^，。；：！？\n]*/.exec(text.slice(end, end + NEGATION_REACH))?.[0] ?? ''
      const negative = pack.language.negations.negatives.find((candidate) => behind.includes(candidate))
      // 严防死守、不得松懈 stands behind a 、 and is a clause of its own.
      if (!negative || behind.slice(0, behind.indexOf(negative)).includes('、')) return []
      const message = `“${word}”已经是否定，后面再说“${negative}”意思就反了。`
      return [{ start, end: end + behind.indexOf(negative) + negative.length, message }]
    })
  },
}

const halves = wordList(({ language }) => language.pairs.flatMap((row) => [[row.object, row] as const]))
const REACH = 24

/** Verb and object that do not go together: 加强……力度. */
export const mismatchedObject: Rule = {
  ...base,
  id: 'language/mismatched-object',
  find(context) {
    const { text } = context
    const faults: Fault[] = []
    for (const { start, end, word, value } of halves(context)) {
      const before = text.slice(Math.max(0, start - REACH), start)
      const clause = /[^，。；：、\n和”]*$/.exec(before)?.[0] ?? ''
      const verb = value.verbs.find((candidate) => clause.includes(candidate))
      if (!verb) continue
      const fitting = context.pack.language.pairs.filter(({ object }) => object === word).map(({ right }) => right)
      if (fitting.some((right) => clause.includes(right))) continue
      const at = clause.lastIndexOf(verb)
      const between = clause.slice(at + verb.length)
      // Another verb in between owns the object: 加强领导、切实履行…, 加强管理提高….
      if (
        /[提加推落履发承压抓担负尽]/.test(between.replace(/高质量发展|发展(?=的)|提醒|抓落实|落实|推进|推动|抓/g, ''))
      )
        continue
      faults.push({
        start: start - clause.length + at,
        end,
        message: `“${verb}”和“${word}”不搭配，可以说“${value.right}……${word}”。`,
      })
    }
    return faults
  },
}
