import type { Fault, Rule } from '../rule.ts'

const base = { family: 'form', severity: 'warning', sourceLevel: 'practice', source: '文稿结构惯例' } as const
const SHORTEST_PAPER = 400

/** One part very thin beside the others. */
export const thinPart: Rule = {
  ...base,
  id: 'form/thin-part',
  wholePaper: true,
  find({ input, items, paragraphs, pack }) {
    if (input.kind !== 'speech' && input.kind !== 'response') return []
    const heads = items.filter(({ rank, leading }) => rank === 1 && leading)
    if (heads.length < 2) return []
    // The closing paragraph hangs on the last part, but is none of it.
    const body = paragraphs.filter(({ text, block }) => !CLOSES.test(text) && block.kind !== 'closing')
    const bodyEnd = body.at(-1)?.end ?? 0
    const sizes = heads.map(({ paragraph }, index) => {
      const from = paragraphs[paragraph]?.end ?? 0
      return Math.max(0, (heads[index + 1]?.start ?? bodyEnd) - from)
    })
    const faults: Fault[] = []
    sizes.forEach((size, index) => {
      const others = sizes.filter((_, other) => other !== index)
      const mean = others.reduce((sum, other) => sum + other, 0) / others.length
      const head = heads[index]
      if (!head || size >= mean * pack.form.thinPart.share || size >= pack.form.thinPart.characters) return
      const end = paragraphs[head.paragraph]?.end ?? head.end
      const message = `这一部分只有${size}个字，其他部分平均${Math.round(mean)}个字，轻重悬殊，习惯上各部分大体相当。`
      faults.push({ start: head.start, end, message })
    })
    return faults
  },
}

const CLOSES = /^(?:同志们|各位|最后，|谢谢|我就讲|我的)/

/** A paper that breaks off without coming to its end. */
export const missingClosing: Rule = {
  ...base,
  id: 'form/missing-closing',
  wholePaper: true,
  find({ input, paragraphs, text, pack, items }) {
    const row = pack.form.closings.find(({ kinds }) => kinds.includes(input.kind))
    const last = paragraphs.findLast(({ text: own, block }) => own.trim() !== '' && block.part >= 0)
    if (!row || !last || text.length < SHORTEST_PAPER) return []
    const tail = paragraphs.slice(Math.max(0, last.index - (row.starts.length > 0 ? 1 : 2)), last.index + 1)
    const closed = tail.some(({ text: own, index, block }) => {
      if (block.kind === 'closing') return true
      const item = items.some(({ paragraph, leading }) => paragraph === index && leading)
      if (item && row.starts.length > 0) return false
      return row.starts.some((start) => own.startsWith(start)) || row.contains.some((word) => own.includes(word))
    })
    if (closed) return []
    const sentence = last.sentences.at(-1) ?? last
    const message =
      input.kind === 'host-script' ? '主持词没有宣布会议结束。' : '文稿到这里就停了，没有收束的话和结束语。'
    return [{ start: Math.max(sentence.start, sentence.end - 12), end: sentence.end, message }]
  },
}

/** An item that ends with ； or ， where the others of its list end with 。 */
export const itemEnd: Rule = {
  ...base,
  id: 'form/item-end',
  sourceLevel: 'standard',
  source: 'GB/T 15834—2011 4.1',
  wholePaper: true,
  find({ lists, paragraphs }) {
    return lists.flatMap((list) => {
      const ends = list.flatMap(({ leading, paragraph }) => {
        const own = paragraphs[paragraph]
        return leading && own && own.sentences.length > 1 ? [own] : []
      })
      const stops = ends.filter(({ text }) => text.endsWith('。')).length
      return ends.flatMap(({ text, end }): Fault[] => {
        const odd = /[；，、]$/.test(text)
        if (!odd || stops < 2) return []
        return [
          {
            start: end - 2,
            end,
            message: '同一组各条末尾都用句号，这一条也用句号。',
            suggestion: `${text.slice(-2, -1)}。`,
          },
        ]
      })
    })
  },
}
