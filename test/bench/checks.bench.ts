import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '../../shared/checks/checker.ts'
import { createContext } from '../../shared/checks/context.ts'
import { createPointFinder } from '../../shared/checks/points/point-finder.ts'
import { findFaults } from '../../shared/checks/rules/index-of-rules.ts'
import type { CheckInput } from '../../shared/checks/types.ts'
import { PAPER_KINDS } from '../../shared/model/kinds.ts'
import { recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { textView } from '../../shared/model/text-view.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { type Measurement, measureTime } from './measurement.ts'

const papers = join(import.meta.dirname, '../accuracy/dev')

/** Real text of a length: the bodies of the labelled speeches, again and again, under one title. */
function longText(characters: number): string {
  const body = readdirSync(papers)
    .filter((file) => file.includes('speech') && file.endsWith('.txt'))
    .map((file) => readFileSync(join(papers, file), 'utf8').split('\n').slice(4).join('\n'))
    .join('\n')
  return `在巡察情况反馈会议上的讲话\n${body.repeat(Math.ceil(characters / body.length))}`.slice(0, characters)
}

/**
 * The same text as nobody has seen it: every paragraph differs in two rare characters from that of any other number,
 * since a checker remembers paragraphs.
 */
function unseenText(text: string, number: number): string {
  const rare = (paragraph: number) =>
    String.fromCharCode(0x9f00 + ((number + paragraph) % 150), 0x9e00 + ((number / 150) | 0))
  return text
    .split('\n')
    .map((line, index) => line.replace(/^[^，]*/, (opening) => opening + rare(index)))
    .join('\n')
}

/** A paper somebody writes in: each time another paragraph has two characters more than before. */
function editedText(text: string, number: number): string {
  const lines = text.split('\n')
  const at = 5 + ((number * 7) % (lines.length - 10))
  return lines.with(at, unseenText(lines[at] ?? '', number)).join('\n')
}

function inputOf(text: string, rest: Partial<CheckInput> = {}): CheckInput {
  return {
    view: textView(recognisePaper(sourceLines(text)).doc, () => ({ text: null, label: '' })),
    kind: 'speech',
    date: '2026-03-18',
    facts: { county: '青垣县', unit: '柳溪镇', unitKind: '乡镇', group: '县委第二巡察组', round: '第三轮' },
    people: ['林知远', '高远', '周明'].map((name) => ({ id: name, name, post: '县委常委', organization: '' })),
    settings: defaultSettings,
    decisions: [],
    waivers: [],
    ...rest,
  }
}

/** Texts made to be slow: what rules look for, over and over, in one paragraph. */
function hostileTexts(length: number): [string, string][] {
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  return [
    ['one word', fill('整改')],
    ['negations', fill('不是为了整改而整改不到位')],
    ['open quotes', fill('“‘')],
    ['nested quotes', `${'“‘'.repeat(length / 4)}${'’”'.repeat(length / 4)}`],
    ['figures', fill('1')],
    ['numerals', fill('一二三四五六七八九十')],
    ['dates', fill('2026年3月18日星期三')],
    ['listed figures', fill('方面3个问题')],
    ['commas', fill('要，')],
    ['stops', fill('。”')],
    ['placeholders', fill('×X＿【（')],
    ['names', fill('林知远同志青垣县柳溪镇')],
    ['markers', fill('一、（一）1.')],
    ['spaces', fill('　 ')],
    ['every word of the points', fill(builtInPack.points.speech.flatMap(({ cover }) => cover).join(''))],
  ]
}

export function measure(): Measurement[] {
  const check = createChecker(builtInPack)
  const findPoints = createPointFinder(builtInPack)
  const long = longText(20_000)
  const longer = longText(200_000)
  const inputs = (count: number, text: (number: number) => string) => {
    const list = Array.from({ length: count }, (_, number) => inputOf(text(number)))
    return () => list.shift() ?? inputOf(text(0))
  }
  let made = 0
  /** So many papers that no checker has seen, for the runs and their warm-up. */
  const unseen = (runs: number, text = long) => inputs(Math.ceil(runs * 1.4), () => unseenText(text, made++ * 151))
  const edited = (runs: number) => inputs(Math.ceil(runs * 1.4), (count) => editedText(long, count))
  const pieces = inputs(13, (count) => longer.replaceAll('\n', `${count}`))

  const [forContext, forPoints, forFaults, forWhole] = [unseen(60), unseen(60), unseen(60), unseen(100)]
  const [forLonger, forEdits] = [unseen(12, longer), edited(200)]
  return [
    measureTime('prepare the checker', () => createChecker(builtInPack), { runs: 9 }),
    measureTime('20,000 characters: context', () => createContext(builtInPack, forContext()), { runs: 60 }),
    measureTime('20,000 characters: context and points', () => findPoints(createContext(builtInPack, forPoints())), {
      runs: 60,
    }),
    measureTime('20,000 characters: context and faults', () => findFaults(createContext(builtInPack, forFaults())), {
      runs: 60,
    }),
    measureTime('20,000 characters: whole pass', () => check(forWhole()), { runs: 100, budget: 5 }),
    measureTime('200,000 characters: whole pass', () => check(forLonger()), { runs: 12, budget: 50 }),
    measureTime('20,000 characters, one paragraph changed', () => check(forEdits()), { runs: 200, budget: 0.5 }),
    measureTime('200,000 characters in one paragraph: points', () => findPoints(createContext(builtInPack, pieces())), {
      runs: 9,
    }),
    ...hostileTexts(2_000).map(([name, text]) => {
      const inputs = PAPER_KINDS.map((kind) => inputOf(text, { kind }))
      const slowest = inputs.map((input) => measureTime(name, () => check(input), { runs: 5 }))
      const median = Math.max(...slowest.map((one) => one.median))
      const p95 = Math.max(...slowest.map((one) => one.p95))
      return { what: `2,000 hostile characters: ${name}`, median, p95, budget: 50 }
    }),
  ]
}
