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
  const long = inputOf(longText(20_000))
  const longer = inputOf(longText(200_000))
  // A checker remembers paragraphs; a paper it has never seen is the dear case.
  const unseen = Array.from({ length: 140 }, (_, count) => inputOf(longText(20_000).replaceAll('\n', `${count}\n`)))
  let next = 0
  const edited = Array.from({ length: 140 }, (_, count) => inputOf(longText(20_000).replace('要', `要${count}`)))
  let turn = 0
  const pieces = Array.from({ length: 12 }, (_, count) => inputOf(longText(200_000).replaceAll('\n', `${count}`)))
  const onePiece = () => pieces[++turn % pieces.length] ?? longer

  return [
    measureTime('prepare the checker', () => createChecker(builtInPack), { runs: 9 }),
    measureTime('20,000 characters: context', () => createContext(builtInPack, long), { runs: 60 }),
    measureTime(
      '20,000 characters: context and points',
      () => findPoints(createContext(builtInPack, unseen[next++ % unseen.length] ?? long)),
      {
        runs: 60,
      },
    ),
    measureTime(
      '20,000 characters: context and faults',
      () => findFaults(createContext(builtInPack, unseen[next++ % unseen.length] ?? long)),
      {
        runs: 60,
      },
    ),
    measureTime('20,000 characters: whole pass', () => check(unseen[next++ % unseen.length] ?? long), {
      runs: 100,
      budget: 5,
    }),
    measureTime('200,000 characters: whole pass', () => check(longer), { runs: 15, budget: 50 }),
    measureTime('20,000 characters, one paragraph changed', () => check(edited[++turn % edited.length] ?? long), {
      runs: 100,
      budget: 0.5,
    }),
    measureTime(
      '200,000 characters in one paragraph: points',
      () => findPoints(createContext(builtInPack, onePiece())),
      {
        runs: 9,
      },
    ),
    ...hostileTexts(2_000).map(([name, text]) => {
      const inputs = PAPER_KINDS.map((kind) => inputOf(text, { kind }))
      const slowest = inputs.map((input) => measureTime(name, () => check(input), { runs: 5 }))
      const median = Math.max(...slowest.map((one) => one.median))
      const p95 = Math.max(...slowest.map((one) => one.p95))
      return { what: `2,000 hostile characters: ${name}`, median, p95, budget: 50 }
    }),
  ]
}
