import fc from 'fast-check'
import type { MeetingContent } from '../../../../shared/merge/content.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import { emptyMeasure, emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'

// Meetings as they are written, and what two secretaries do to them. Everything that is put in carries a mark that
// stands nowhere else, so that a test can ask where it went.

export const PAPER = '00000000-0000-4000-8000-000000000001'
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const paragraph = (text: string): PaperNode =>
  paperSchema.node('paragraph', null, text === '' ? [] : [paperSchema.text(text)])

export function paperOf(paragraphs: readonly string[], title = '在会上的讲话'): string {
  return writePaper(
    paperSchema.node('doc', null, [
      paperSchema.node('title', null, paperSchema.text(title)),
      ...(paragraphs.length > 0 ? paragraphs : ['']).map(paragraph),
    ]),
  )
}

/** The paragraphs of a stored paper without its title. */
export const paragraphsOf = (body: string): string[] =>
  readPaper(body)
    .children.slice(1)
    .map((node) => node.textContent)

export function meetingOf(paragraphs: readonly string[], more: Partial<MeetingContent> = {}): MeetingContent {
  return {
    title: '反馈会议',
    facts: { unit: '柳溪镇' },
    people: [],
    papers: [{ id: PAPER, kind: 'speech', body: paperOf(paragraphs), decisions: [] }],
    waivers: [],
    problems: [],
    agenda: null,
    chain: null,
    ...more,
  }
}

export const withParagraphs = (meeting: MeetingContent, paragraphs: readonly string[]): MeetingContent => ({
  ...meeting,
  papers: meeting.papers.map((paper) => (paper.id === PAPER ? { ...paper, body: paperOf(paragraphs) } : paper)),
})

export const problem = (number: number, text: string) => ({
  ...emptyProblem,
  id: uuid(100 + number),
  text,
  measures: [{ ...emptyMeasure, id: uuid(200 + number), text: `措施${number}`, status: '未启动' }],
})

const words = fc.constantFrom('整改', '落实', '问题', '责任', '党委', '作风', '纪律', '监督', '推动', '，', '。')
const sentence = fc.array(words, { minLength: 0, maxLength: 14 }).map((list) => list.join(''))
export const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 7 })

/** What one of them does; places are counted round. */
export type Edit =
  | { what: 'insert'; at: number; count: number }
  | { what: 'delete'; at: number }
  | { what: 'move'; at: number; to: number }
  | { what: 'write'; at: number; in: number }
  | { what: 'cut'; at: number; in: number }

const at = fc.nat(30)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('insert' as const), at, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('delete' as const), at }),
  fc.record({ what: fc.constant('move' as const), at, to: at }),
  fc.record({ what: fc.constant('write' as const), at, in: at }),
  fc.record({ what: fc.constant('write' as const), at, in: at }),
  fc.record({ what: fc.constant('cut' as const), at, in: at }),
)
export const edits = fc.array(edit, { maxLength: 5 })

/** Makes the edits. @returns the paragraphs after it, and the marks that were put in and still stand */
export function write(
  before: readonly string[],
  list: readonly Edit[],
  who: string,
): { after: string[]; marks: string[] } {
  const after = [...before]
  let count = 0
  const mark = () => `〔${who}${++count}〕`
  for (const one of list) {
    const index = after.length === 0 ? 0 : one.at % after.length
    const text = after[index] ?? ''
    if (one.what === 'insert')
      after.splice(one.at % (after.length + 1), 0, ...Array.from({ length: one.count }, () => `${mark()}另起一段`))
    if (one.what === 'delete') after.splice(index, 1)
    if (one.what === 'move') after.splice(one.to % Math.max(after.length, 1), 0, ...after.splice(index, 1))
    const place = text.length === 0 ? 0 : 'in' in one ? one.in % (text.length + 1) : 0
    if (one.what === 'write') after[index] = text.slice(0, place) + mark() + text.slice(place)
    if (one.what === 'cut' && text.length > 2) after[index] = text.slice(0, place) + text.slice(place + 2)
  }
  const all = after.join('\n')
  const marks = Array.from({ length: count }, (_, index) => `〔${who}${index + 1}〕`).filter((one) => all.includes(one))
  return { after, marks }
}
