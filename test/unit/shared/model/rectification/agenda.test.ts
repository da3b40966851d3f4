import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factTexts } from '../../../../../shared/model/facts.ts'
import { readPaper } from '../../../../../shared/model/paper.ts'
import {
  type Agenda,
  agendaMinutes,
  agendaOfPaper,
  agendaPaperByAgenda,
  blockText,
  calledItems,
  hostScriptByAgenda,
} from '../../../../../shared/model/rectification/agenda.ts'
import { defaultSettings } from '../../../../../shared/model/settings.ts'
import { builtInPack } from '../../../../../shared/packs/pack.ts'
import { sampleMeeting } from '../../../../../shared/packs/sample.ts'
import { toChineseNumeral } from '../../../../../shared/text/numerals.ts'

const people = sampleMeeting.people.map((person, index) => ({ ...person, id: String(index) }))
const factText = factTexts({
  definitions: builtInPack.facts,
  values: sampleMeeting.facts,
  people,
  settings: defaultSettings,
})
const doc = (kind: string) => readPaper(sampleMeeting.papers.find((paper) => paper.kind === kind)?.body ?? '')
const agenda: Agenda = agendaOfPaper(doc('agenda'), factText, people, () => crypto.randomUUID())
const script = doc('host-script')
const textOf = (node: ReturnType<typeof doc> | null) =>
  node?.children.map((block) => blockText(block, factText)).join('\n') ?? ''

/** Any order, some items left out, some new ones. */
const arbitraryAgenda: fc.Arbitrary<Agenda> = fc
  .record({
    items: fc.shuffledSubarray(agenda.items, { minLength: 1 }),
    added: fc.array(fc.constantFrom('宣读决定', '签订责任书'), { maxLength: 2 }),
    minutes: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ items, added, minutes }) => ({
    items: [
      ...items,
      ...added.map((action) => ({
        id: crypto.randomUUID(),
        kind: 'other' as const,
        action,
        post: '',
        speaker: '',
        minutes,
      })),
    ],
    closingMinutes: minutes,
  }))

describe('the agenda of a paper', () => {
  it('is read with speakers, what they do, and minutes', () => {
    expect(agenda.items.map(({ kind, speaker, minutes }) => [kind, speaker, minutes])).toEqual([
      ['feedback', '郑柏青', 20],
      ['convey', '罗致和', 10],
      ['hand-over', '', 3],
      ['response', '唐稼轩', 7],
      ['speech', '沈砚田', 20],
    ])
    expect(agendaMinutes(agenda)).toBe(65)
  })
})

describe('the host script', () => {
  it('never keeps a stale 第N项, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAgenda, { maxLength: 2 }), arbitraryAgenda, (earlier, next) => {
        // However often it was reordered before.
        const before = earlier.reduce((doc, agenda) => hostScriptByAgenda(doc, agenda, factText) ?? doc, script)
        const changed = hostScriptByAgenda(before, next, factText)
        expect(changed).not.toBeNull()
        if (!changed) return
        changed.check()
        const calls = calledItems(changed, factText)
        expect(calls.map(({ ordinal }) => ordinal)).toEqual(
          next.items.map((_, index) => `第${toChineseNumeral(index + 1)}项`),
        )
        calls.forEach(({ text }, index) => {
          const item = next.items[index]
          if (item?.speaker) expect(text).toContain(item.speaker)
        })
        const whole = textOf(changed)
        const ordinals = [...whole.matchAll(/第([一二三四五六七八九十]+)项/g)].map((match) => match[1])
        expect(ordinals).toEqual(next.items.map((_, index) => toChineseNumeral(index + 1)))
        expect(whole).toContain(`共有${toChineseNumeral(next.items.length)}项议程`)
      }),
    )
  })
  it('moves what was said of an item along with it', () => {
    const [feedback, convey, ...rest] = agenda.items
    const next = { ...agenda, items: [convey, ...rest, feedback].filter((item) => item !== undefined) }
    const lines = textOf(hostScriptByAgenda(script, next, factText)).split('\n')
    const at = lines.findIndex((line) => line.includes('第五项议程'))
    expect(lines[at]).toContain('郑柏青')
    expect(lines[at + 1]).toMatch(/^刚才，巡察组指出的问题/)
    expect(lines.join('')).toContain('一是传达县委书记专题会议精神')
  })
  it('stays as it is when the order is its own', () => {
    expect(textOf(hostScriptByAgenda(script, agenda, factText))).toContain(
      '下面，进行第一项议程，请县委第二巡察组组长郑柏青同志反馈巡察情况。',
    )
    expect(calledItems(hostScriptByAgenda(script, agenda, factText) ?? script, factText)).toEqual(
      calledItems(script, factText),
    )
  })
  it('without items is left alone', () => {
    expect(hostScriptByAgenda(doc('speech'), agenda, factText)).toBeNull()
  })
})

describe('the agenda paper', () => {
  it('read again gives the agenda it was written from', () => {
    fc.assert(
      fc.property(arbitraryAgenda, (next) => {
        const changed = agendaPaperByAgenda(doc('agenda'), next, factText)
        expect(changed).not.toBeNull()
        if (!changed) return
        changed.check()
        const strip = ({ items, closingMinutes }: Agenda) => ({
          closingMinutes,
          items: items.map(({ action, speaker, post, minutes }) => ({ action, speaker, post, minutes })),
        })
        expect(strip(agendaOfPaper(changed, factText, people, () => ''))).toEqual(strip(next))
        expect(textOf(changed)).toContain(`全程约${agendaMinutes(next)}分钟`)
      }),
    )
  })
})
