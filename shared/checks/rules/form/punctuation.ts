import { isHan } from '../reading/text.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'form', severity: 'warning', sourceLevel: 'standard', source: 'GB/T 15834—2011' } as const

const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' }
const CJK = /[\u4e00-\u9fff，。；：、！？“”‘’（）《》…—％]/

/** Half-width marks beside 汉字. Figures, times and Latin words keep theirs. */
export const halfWidth: Rule = {
  ...base,
  id: 'form/half-width',
  severity: 'error',
  source: 'GB/T 15834—2011 第5章',
  find(context) {
    const { text, matches } = context
    const faults: Fault[] = []
    for (const match of matches(/[,;:?!.](?![,;:?!.])/g)) {
      const mark = match[0]
      const at = match.index
      const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)]
      if (before === mark) continue
      const left = CJK.test(before)
      const right = CJK.test(behind)
      const atEnd = behind === '' || behind === '\n'
      if (mark === '.' ? !(isHan(before) && (right || atEnd)) : !left && !right) continue
      // 1.总则 and 3:00开会: the mark belongs to the figure or the Latin word before it.
      if (!left && /[\dA-Za-z)]/.test(before) && mark !== ',' && mark !== ';') continue
      if (context.items.some(({ end }) => end - 1 === at)) continue
      const fits = FULL_WIDTH[mark] ?? mark
      faults.push({ start: at, end: at + 1, message: `汉字旁边的“${mark}”是半角，应为“${fits}”。`, suggestion: fits })
    }
    for (const match of matches(/\(([^()（）\n]{1,60})\)/g)) {
      if (!/[\u4e00-\u9fff]/.test(match[1] ?? '')) continue
      const [start, end] = [match.index, match.index + match[0].length]
      faults.push({ start, end, message: '括号是半角，应为“（）”。', suggestion: `（${match[1]}）` })
    }
    for (const match of matches(/(["'])([^"'\n]{1,80})\1/g)) {
      if (!/[\u4e00-\u9fff]/.test(match[2] ?? '')) continue
      const [start, end] = [match.index, match.index + match[0].length]
      const fits = match[1] === '"' ? `“${match[2]}”` : `‘${match[2]}’`
      faults.push({
        start,
        end,
        message: `引号是半角，应为“${fits.charAt(0)}${fits.charAt(fits.length - 1)}”。`,
        suggestion: fits,
      })
    }
    return faults.filter(
      (fault) => !faults.some((other) => other !== fault && other.start < fault.start && fault.end < other.end),
    )
  },
}

const DOUBLED = /([，。；：、])\1+|[，；、：](?=[。])|[。；，、](?=[，；、])|[！？](?=[。，])/g

/** Two stops in a row. */
export const doubledMark: Rule = {
  ...base,
  id: 'form/doubled-mark',
  severity: 'error',
  find({ text, matches }) {
    return matches(DOUBLED).map((match) => {
      const same = match[1]
      const end = match.index + match[0].length + (same ? 0 : 1)
      const written = text.slice(match.index, end)
      return {
        start: match.index,
        end,
        message: /^。{3,}$/.test(written) ? '省略号应为“……”。' : `“${written}”两个标点连在一起，留一个。`,
        ...(same && !/^。{3,}$/.test(written) ? { suggestion: same } : {}),
      }
    })
  },
}

const ELLIPSIS = /\.{3,}|(?<!…)…(?!…)|…{3,}|……等|等……/g
const DASH =
  /(?<=[\u4e00-\u9fff”）])(?:--+|－－+|─+|—(?=[\u4e00-\u9fff“])(?![\u4e00-\u9fff]{1,4}段))(?=[\u4e00-\u9fff“])/g

/** …… and ——. */
export const ellipsisAndDash: Rule = {
  ...base,
  id: 'form/ellipsis-dash',
  source: 'GB/T 15834—2011 4.10、4.11',
  find({ text, matches }) {
    const faults: Fault[] = []
    for (const match of matches(ELLIPSIS)) {
      const range = { start: match.index, end: match.index + match[0].length }
      if (match[0].includes('等')) faults.push({ ...range, message: '省略号和“等”作用相同，留一个。' })
      else if (/[\u4e00-\u9fff，“]/.test(text.charAt(match.index - 1))) {
        faults.push({ ...range, message: '省略号是六个点，占两个字：“……”。', suggestion: '……' })
      }
    }
    for (const match of matches(DASH)) {
      const range = { start: match.index, end: match.index + match[0].length }
      // A single stroke also joins places and times: 县城—柳溪.
      if (match[0] === '—') continue
      faults.push({ ...range, message: '破折号是占两个字的“——”。', suggestion: '——' })
    }
    return faults
  },
}

/** 等 behind which a list is summed up. */
const OF_A_LIST = /^等(?:制度|方面|问题|工作|措施|环节|领域|部门|情况|事项|机制|项目)/

/** 、 before 等, and commas between short words of a list. */
const SERIES =
  /([不要能敢会])([\u4e00-\u9fff]{2,3})(?:，\1[\u4e00-\u9fff]{2,3}、|、\1[\u4e00-\u9fff]{2,3}，)\1[\u4e00-\u9fff]{2,3}(?=[，。；])/g

export const listMarks: Rule = {
  ...base,
  id: 'form/list-marks',
  source: 'GB/T 15834—2011 4.5',
  find({ text, matches }) {
    const faults: Fault[] = []
    for (const match of matches(/[、，](?=等(?:[\u4e00-\u9fff\d，。；、]))/g)) {
      const behind = text.slice(match.index + 1, match.index + 4)
      if (/^等[待候]/.test(behind) || (match[0] === '，' && !OF_A_LIST.test(behind))) continue
      const message = `“等”前面不用${match[0] === '、' ? '顿' : '逗'}号。`
      faults.push({ start: match.index, end: match.index + 2, message, suggestion: '等' })
    }
    for (const match of matches(
      /(?:依据|根据|按照|依照|对照)《[^》\n]{2,30}》(?:（[^）\n]{1,20}）)?、(?!《|[^，。；\n]{0,20}》)/g,
    )) {
      const end = match.index + match[0].length
      faults.push({ start: end - 1, end, message: '前面是状语，后面用逗号，不用顿号。', suggestion: '，' })
    }
    for (const match of matches(SERIES)) {
      const end = match.index + match[0].length
      faults.push({ start: match.index, end, message: '并列的几项之间一处用逗号、一处用顿号，统一用一种。' })
    }
    const words =
      /([\u4e00-\u9fff]{2,3})，([\u4e00-\u9fff]{2,3})，([\u4e00-\u9fff]{2,3})(?=(?:[二三四五六七八两]|\d)[个件项种类方]|等[\u4e00-\u9fff])/g
    for (const match of matches(words)) {
      const [whole, first = '', second = '', third = ''] = match
      // Clauses of verbs (听汇报，查资料，走现场) may well be set apart by commas.
      if (new Set([second.length, third.length]).size > 1 || /[要把被让不了]/.test(first + second + third)) continue
      // What stands before the first word (是食堂) is cut to the length of the others.
      const start = match.index + Math.max(0, first.length - second.length)
      const end = match.index + whole.length
      faults.push({ start, end, message: '并列的词语之间用顿号，这里用了逗号。' })
    }
    return faults
  },
}

const QUOTED_LIST = /”、“|》、《/g

/** ”、“ and 》、《: usually without 、. */
export const markBetweenQuotes: Rule = {
  ...base,
  id: 'form/mark-between-quotes',
  severity: 'hint',
  source: 'GB/T 15834—2011 4.5（通常不用顿号）',
  find({ text, matches }) {
    return matches(QUOTED_LIST)
      .filter(({ index }) => !/[（(]/.test(text.slice(index - 1, index)))
      .map((match) => ({
        start: match.index,
        end: match.index + 3,
        message: `标有${match[0] === '”、“' ? '引号' : '书名号'}的并列成分之间通常不用顿号。`,
        suggestion: match[0].replace('、', ''),
      }))
  },
}

const STRAY = /(?<=[\u4e00-\u9fff，。；：、])[ \u00a0]+(?=[\u4e00-\u9fff])/g

/** A space between two 汉字 of running text. */
export const straySpace: Rule = {
  ...base,
  id: 'form/stray-space',
  severity: 'hint',
  sourceLevel: 'practice',
  source: '排版习惯',
  find({ text, matches, paragraphs, roster, paragraphAt }) {
    if (paragraphs.length === 0) return []
    return matches(STRAY)
      .filter(({ index, 0: space }) => {
        const block = paragraphAt(index)?.block
        if (!block || block.part < 0 || space.length > 2) return false
        const joined = text.slice(index - 1, index) + text.slice(index + space.length, index + space.length + 1)
        return !roster.some(({ name }) => name === joined)
      })
      .map(({ index, 0: space }) => ({
        start: index,
        end: index + space.length,
        message: '汉字之间多了空格。',
        suggestion: '',
      }))
  },
}

/** A paragraph of running text without its stop. */
export const missingEnd: Rule = {
  ...base,
  id: 'form/missing-end',
  source: 'GB/T 15834—2011 4.1',
  find({ paragraphs }) {
    return paragraphs.flatMap(({ text, end, block, sentences }) => {
      if (block.part < 0 || block.kind === 'closing' || sentences.length < 2) return []
      if (/[、，]$/.test(text)) return [{ start: end - 2, end, message: '段末是顿号或者逗号，应为句号。' }]
      if (!isHan(text.charAt(text.length - 1))) return []
      return [{ start: end - 2, end, message: '段末没有句号。' }]
    })
  },
}

const INDIRECT =
  /^(?:至于|无论|不管|不论|要弄清|要搞清|要明确|取决于|关键看|关键要看|要看)[^？]*(?:什么|谁|怎么|怎样|如何|是否|哪|多少|几)[^？]*？$/

/** A question mark behind a question that is only spoken of: 至于什么时候公示？ */
export const indirectQuestion: Rule = {
  ...base,
  id: 'form/indirect-question',
  source: 'GB/T 15834—2011 4.2',
  find({ sentences }) {
    return sentences
      .filter(({ text }) => text.endsWith('？') && INDIRECT.test(text.slice(text.lastIndexOf('，') + 1)))
      .map(({ end }) => ({ start: end - 2, end, message: '这句不是发问，句末不用问号。' }))
  },
}
