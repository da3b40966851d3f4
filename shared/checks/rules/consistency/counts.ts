import { numeralLike, parseNumeral, toChineseNumeral } from '../../../text/numerals.ts'
import type { Item } from '../reading/items.ts'
import { matchesIn } from '../reading/matches.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { type Fault, perPack, type Rule } from '../rule.ts'

const base = { family: 'consistency', severity: 'error', sourceLevel: 'practice', source: '前后数目一致' } as const
const NUMBER = '([一二两三四五六七八九十]{1,3}|\\d{1,3})'

const patterns = perPack(({ terms }) => {
  const longest = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
  return {
    announced: new RegExp(
      `(?:${longest(terms.announcements.verbs)})(?:以下|如下|这|出|了|几|这么)?${NUMBER}(?:点|条|个|项|方面|层|句|件)(?:方面)?的?(?:${longest(terms.announcements.nouns)})`,
      'g',
    ),
    afterwards: new RegExp(
      `(?:${longest(terms.announcements.behind)})(?:就|共|有|共有|一共|如下|是|为)?${NUMBER}[项条点个](?=[。：])`,
      'g',
    ),
    heads: new RegExp(`${NUMBER}个(${longest(terms.listHeads)})`, 'g'),
  }
})

const AGENDA = new RegExp(`${NUMBER}(?:项|个)(?:会议)?议程`, 'g')
const POINTS = new RegExp(
  `${NUMBER}(?:个|件|条|项)(?:环节|事|方面工作|重点|关键|方面|工作|问题|关系|突出问题|纪律|措施|大事|实事|要求)(?=[。：])`,
  'g',
)

/** The list that an announcement at `offset` opens: the next one that begins at one. */
function listBehind(
  { lists, paragraphs, paragraphAt }: RuleContext,
  offset: number,
  direct: boolean,
): Item[] | undefined {
  const own = paragraphAt(offset)
  const next = lists.find((list) => (list[0]?.start ?? 0) > offset && list[0]?.ordinal === 1)
  if (!own || !next?.[0]) return undefined
  const gap = next[0].paragraph - own.index
  if (gap > 1 || (gap === 0 && direct && next[0].start - offset > 12)) return undefined
  // Between a speech's announcement and its first part only a heading of the same list may stand.
  return paragraphs[next[0].paragraph] ? next : undefined
}

/** 讲三点意见, 五项议程, 四个环节 against the items that follow. */
export const announcedCount: Rule = {
  ...base,
  id: 'consistency/announced-count',
  wholePaper: true,
  find(context) {
    const { text } = context
    const faults: Fault[] = []
    const look = (match: RegExpExecArray, what: (count: number) => string, direct: boolean) => {
      const announced = parseNumeral(match[1] ?? '')
      const end = match.index + match[0].length
      const sentence = context.sentenceAt(match.index)
      if (announced === null || announced < 2 || !sentence) return
      // The announcement ends its sentence, or a list stands directly behind it.
      const rest = text.slice(end, sentence.end)
      if (rest.length > 20 && !direct && !rest.startsWith('：')) return
      const list = listBehind(context, end, direct)
      if (!list || list.length === announced || (list.length < 2 && announced > 4)) return
      const numberAt = match.index + match[0].indexOf(match[1] ?? '')
      faults.push({
        start: numberAt,
        end,
        message: `这里说的是${match[1]}${what(announced)}，后面列出的是${numeralLike(match[1] ?? '', list.length)}${what(list.length)}。`,
        related: list.slice(-1).map((item) => context.quote(item)),
      })
    }
    for (const match of matchesIn(context, patterns(context).announced)) look(match, () => '点', false)
    for (const match of matchesIn(context, patterns(context).afterwards)) {
      if (!faults.some(({ start, end }) => start < match.index + match[0].length && match.index < end))
        look(match, () => '项', true)
    }
    if (context.input.kind === 'host-script') faults.push(...calledUp(context, faults))
    for (const match of matchesIn(context, AGENDA)) {
      // 四项议程已经进行完毕 looks back.
      if (!/^[^，。]{0,4}(?:已|都|全部|进行完)/.test(text.slice(match.index + match[0].length)))
        look(match, () => '项', true)
    }
    for (const match of matchesIn(context, POINTS)) {
      const taken = faults.some(({ start, end }) => start <= match.index && match.index < end)
      if (!taken && isForward(context, match.index)) look(match, () => '项', true)
    }
    return faults
  },
}

const AGENDA_TOLD = new RegExp(
  `(?:(?<![第一二三四五六七八九十])${NUMBER}(?:项|个)(?:会议)?(?:议程|程序|内容)|议程(?:共有|共|有|是|为)?${NUMBER}项)`,
  'g',
)
const CALLED =
  /(?<=^|[。；，：！”\n]|下面|进行|进入|转入|现在|开始)第([一二三四五六七八九])项(?=议程|，|、|：|，由|请)/g

/** 议程三项, and a fourth one is called up. */
function calledUp(context: RuleContext, known: readonly Fault[]): Fault[] {
  const ordinals = matchesIn(context, CALLED).map((match) => ({ ordinal: parseNumeral(match[1] ?? '') ?? 0, match }))
  const most = Math.max(0, ...ordinals.map(({ ordinal }) => ordinal))
  const told = matchesIn(context, AGENDA_TOLD)[0]
  const announced = parseNumeral(told?.[1] ?? told?.[2] ?? '')
  const last = ordinals.find(({ ordinal }) => ordinal === most)?.match
  if (!told || !last || announced === null || most <= announced || told.index > last.index) return []
  const end = told.index + told[0].length
  if (known.some((fault) => fault.start < end && told.index < fault.end)) return []
  const message = `这里说的是${told[0]}，后面请到了第${toChineseNumeral(most)}项。`
  return [
    {
      start: told.index,
      end,
      message,
      related: [context.quote({ start: last.index, end: last.index + last[0].length })],
    },
  ]
}

/** Whether a sentence looks ahead: what it counts is still to come. */
function isForward(context: RuleContext, offset: number): boolean {
  const sentence = context.sentenceAt(offset)?.text ?? ''
  return (
    /抓好|做好|做到|强调|把握|要|以下|下面|先|重点|处理好|落实/.test(sentence) && !/反馈|发现|指出|存在/.test(sentence)
  )
}

/** “四个围绕”：围绕…、围绕… against what is listed. */
export const namedList: Rule = {
  ...base,
  id: 'consistency/named-list',
  severity: 'warning',
  find(context) {
    const { text, matches } = context
    const faults: Fault[] = []
    for (const match of matches(patterns(context).heads)) {
      const [whole, number = '', head = ''] = match
      const announced = parseNumeral(number)
      const end = match.index + whole.length
      const sentence = context.sentenceAt(match.index)
      if (announced === null || !sentence) continue
      const opening = /^”?(?:[：，—（]|即|就是){1,3}/.exec(text.slice(end, end + 6))
      if (!opening) continue
      const listed = text.slice(end + opening[0].length, sentence.end)
      if (!listed.startsWith(head)) continue
      const count = listed.split(new RegExp(`(?:^|[、，；和])${head}`)).length - 1
      if (count < 2 || count === announced) continue
      const from = end + opening[0].length
      const message = `说的是“${whole}”，后面列出了${numeralLike(number, count)}个。`
      faults.push({ start: match.index, end, message, related: [context.quote({ start: from, end: sentence.end })] })
    }
    return faults
  },
}
