import type { Paragraph } from '../../context.ts'
import type { Fault, Rule } from '../rule.ts'

const base = { family: 'form', sourceLevel: 'standard', source: 'GB/T 15834—2011 4.8' } as const

/** “ inside “, and marks without their partner. */
export const quotePairs: Rule = {
  ...base,
  id: 'form/quote-pairs',
  severity: 'error',
  find({ paragraphs }) {
    return paragraphs.flatMap(checkQuotes)
  },
}

function checkQuotes({ text, start, sentences }: Paragraph): Fault[] {
  if (!/[“”‘’]/.test(text)) return []
  const faults: Fault[] = []
  const open: { mark: string; at: number; inner: boolean }[] = []
  const unpaired = (at: number, mark: string) =>
    faults.push({ start: start + at, end: start + at + 1, message: `“${mark}”没有配对的另一半。` })
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark === '“' || mark === '‘') {
      open.push({ mark, at, inner: mark === '“' && open.at(-1)?.mark === '“' })
    } else if (mark === '”') {
      const last = open.at(-1)
      if (last?.mark === '‘') unpaired(open.pop()?.at ?? at, '‘')
      const opening = open.pop()
      if (!opening) unpaired(at, '”')
      else if (opening.inner) {
        const inner = text.slice(opening.at + 1, at)
        faults.push({
          start: start + opening.at,
          end: start + at + 1,
          message: '双引号里面再用引号，里层用单引号。',
          ...(/[“”‘’]/.test(inner) ? {} : { suggestion: `‘${inner}’` }),
        })
      }
    } else if (mark === '’') {
      if (open.at(-1)?.mark === '‘') {
        const opening = open.pop()
        if (opening && open.length === 0) {
          const inner = text.slice(opening.at + 1, at)
          faults.push({
            start: start + opening.at,
            end: start + at + 1,
            message: '外层用双引号，单引号只用在双引号里面。',
            severity: 'warning',
            ...(/[“”‘’]/.test(inner) ? {} : { suggestion: `“${inner}”` }),
          })
        }
      } else if (!/[A-Za-z\d]/.test(text.charAt(at - 1))) unpaired(at, '’')
    }
  }
  // An inner “ that never closes leaves the outer one open; the earlier one is told.
  for (const { at, mark } of open.slice(0, 1)) {
    const sentence = sentences.find(({ end }) => end > start + at)
    faults.push({ start: start + at, end: sentence?.end ?? start + at + 1, message: `“${mark}”没有配对的另一半。` })
  }
  return faults
}

const CLOSER_OF: Record<string, string> = { '（': '）', '《': '》', '〔': '〕' }

/** Brackets and title marks without their partner. */
export const bracketPairs: Rule = {
  ...base,
  id: 'form/bracket-pairs',
  severity: 'error',
  source: 'GB/T 15834—2011 4.9、4.15',
  find({ text }) {
    const alone: number[] = []
    let open: { at: number; closer: string }[] = []
    for (const { index, 0: mark } of `${text}\n`.matchAll(/[（）《》〔〕\n]/g)) {
      const closer = CLOSER_OF[mark]
      if (closer) open.push({ at: index, closer })
      else if (mark === '\n') {
        alone.push(...open.map(({ at }) => at))
        open = []
      } else {
        const partner = open.findLastIndex((other) => other.closer === mark)
        if (partner < 0) alone.push(index)
        else open.splice(partner, 1)
      }
    }
    return alone.map((at) => ({ start: at, end: at + 1, message: `“${text.charAt(at)}”没有配对的另一半。` }))
  },
}

/** 做到“……。”: the stop of the whole sentence inside a quotation that is only part of it. */
export const stopInsideQuote: Rule = {
  ...base,
  id: 'form/stop-inside-quote',
  severity: 'warning',
  find({ paragraphs, text }) {
    const faults: Fault[] = []
    for (const { quotes } of paragraphs) {
      for (const { start, end } of quotes) {
        if (text.charAt(start) !== '“' || text.charAt(end - 2) !== '。') continue
        if (!/[\u4e00-\u9fff]/.test(text.charAt(start - 1))) continue
        // Several whole sentences, or words introduced by a verb of saying, keep their own stop.
        const inner = text.slice(start + 1, end - 2)
        if (/[。！？]/.test(inner) || /[说道写问答称讲曰：]$/.test(text.slice(start - 1, start))) continue
        const message = '引文只是句子的一部分，句号放在引号外面。'
        faults.push({ start: end - 2, end, message, suggestion: '”。' })
      }
    }
    return faults
  },
}

/** 《三资》: title marks are for works and documents. */
export const titleMarks: Rule = {
  ...base,
  id: 'form/title-marks',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.15',
  find({ matches, pack }) {
    const { words, endings } = pack.form.notTitles
    const single = matches(/(?<!《[^《》\n]{0,30})〈([^〈〉\n]{2,30})〉/g).map(
      (match): Fault => ({
        start: match.index,
        end: match.index + match[0].length,
        message: '书名号用双的《》，单的〈〉只用在书名号里面。',
        suggestion: `《${match[1]}》`,
      }),
    )
    const named = matches(/《([^《》\n]{1,20})》/g).flatMap((match) => {
      const inner = match[1] ?? ''
      const bare = inner.replace(/[“”‘’]/g, '')
      const counted = /^[一二三四五六七八九十两][个项大张][\u4e00-\u9fff]{2,4}$/.test(bare)
      if (!counted && !words.includes(bare) && !(bare.length <= 12 && endings.some((ending) => bare.endsWith(ending))))
        return []
      const end = match.index + match[0].length
      const message = `“${inner}”不是书名、文件名，书名号用在书刊、文件的名称上；特定称谓用引号。`
      return [{ start: match.index, end, message }]
    })
    return [...single, ...named]
  },
}
