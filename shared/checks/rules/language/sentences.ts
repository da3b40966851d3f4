import type { Item } from '../reading/items.ts'
import type { RuleContext } from '../reading/rule-context.ts'
import { markTest } from '../reading/text.ts'
import type { Fault, Rule } from '../rule.ts'

/** The part of the sentence setting that may pass without any comma. */
const BREATH = 3 / 8

/** A sentence, or a stretch without a pause, that cannot be spoken in a breath. */
export const longSentence: Rule = {
  id: 'language/long-sentence',
  family: 'language',
  severity: 'warning',
  sourceLevel: 'practice',
  source: '讲话稿写作习惯',
  find({ sentences, paragraphs, input }) {
    const limit = input.settings.longSentence
    const breath = Math.round(limit * BREATH)
    const faults: Fault[] = []
    for (const sentence of sentences) {
      if (sentence.text.length <= breath || (paragraphs[sentence.paragraph]?.block.part ?? -1) < 0) continue
      const run = longestRun(sentence.text)
      if (run.length > breath) {
        const start = sentence.start + run.start
        const message = `这里连着${run.length}个字没有停顿，一口气念不下来，请断开。`
        faults.push({ start, end: start + run.length, message })
      } else if (sentence.text.length > limit) {
        const message = `这一句有${sentence.text.length}个字，习惯上一句不超过${limit}个字，可以分成两三句。`
        faults.push({ start: sentence.start, end: sentence.end, message, severity: 'hint' })
      }
    }
    return faults
  },
}

const isPause = markTest('，、；：。！？—…,;:')

function longestRun(text: string): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let from = 0
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !isPause(text.charCodeAt(index))) continue
    if (index - from > best.length) best = { start: from, length: index - from }
    from = index + 1
  }
  return best
}

const SIBLINGS = 3

/** One head among several that is built unlike the others. */
export const unparallelHead: Rule = {
  id: 'language/unparallel-head',
  family: 'language',
  severity: 'hint',
  sourceLevel: 'practice',
  source: '标题写作习惯',
  wholePaper: true,
  find(context) {
    return context.lists.flatMap((list) => {
      const heads = list.filter(({ rank, leading }) => rank <= 2 && leading).map((item) => readHead(context, item))
      if (heads.length < SIBLINGS || heads.some(({ words }) => words.length > 40)) return []
      const odd = heads.filter((head) => heads.every((other) => other === head || unlike(head, other)))
      const rest = heads.filter((head) => !odd.includes(head))
      // With three heads, the two others must be plainly alike.
      if (odd.length !== 1 || !rest.every((head) => alike(head, rest[0] ?? head))) return []
      return odd.map(({ start, end, words }) => ({
        start,
        end,
        message: `“${words}”和同级的其他标题句式不一致，习惯上并列的标题字数、结构相当。`,
      }))
    })
  },
}

/** A head that ends with its verb where the others begin with theirs: 基层党组织建设加强. */
export const verbLastHead: Rule = {
  id: 'language/verb-last-head',
  family: 'language',
  severity: 'hint',
  sourceLevel: 'practice',
  source: '标题写作习惯',
  wholePaper: true,
  find(context) {
    const verbs = context.pack.language.headVerbs
    return context.lists.flatMap((list) => {
      const heads = list
        .filter(({ leading }) => leading)
        .map((item) => {
          const { start, words } = readHead(context, item)
          const clause = /^[^，。；]*/.exec(words)?.[0] ?? ''
          return { start, clause, opens: verbs.some((verb) => clause.startsWith(verb)) }
        })
      const odd = heads.filter(({ opens, clause }) => !opens && verbs.some((verb) => clause.endsWith(verb)))
      const [one] = odd
      if (!one || odd.length > 1 || heads.length < SIBLINGS || heads.filter(({ opens }) => opens).length < 2) return []
      const message = `“${one.clause}”动词在后，同级的其他标题动词在前，习惯上并列的标题结构一致。`
      return [{ start: one.start, end: one.start + one.clause.length, message }]
    })
  },
}

interface Head {
  start: number
  end: number
  words: string
}

function readHead({ text }: RuleContext, { head }: Item): Head {
  const words = text.slice(head.start, head.end).replace(/[。；：！？\s]+$/, '')
  return { start: head.start, end: head.start + words.length, words }
}

function alike(a: Head, b: Head): boolean {
  if (a === b) return true
  const sameOpening = a.words.slice(0, 2) === b.words.slice(0, 2)
  const sameMiddle = a.words.charAt(2) === b.words.charAt(2) && /[要从把]/.test(a.words.charAt(2))
  if (a.words.includes('，') && b.words.includes('，')) return true
  return (
    a.words.length === b.words.length || ((sameOpening || sameMiddle) && Math.abs(a.words.length - b.words.length) <= 4)
  )
}

/** Plainly unlike: another opening and ending, and half as long again, or in one half where the other has two. */
function unlike(a: Head, b: Head): boolean {
  const [short, long] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)]
  if (a.words.slice(0, 2) === b.words.slice(0, 2) || a.words.slice(-2) === b.words.slice(-2)) return false
  return a.words.includes('，') === b.words.includes('，') ? long >= short * 1.45 : b.words.includes('，')
}
