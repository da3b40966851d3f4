import { describe, expect, it } from 'vitest'
import { type CheckContext, createContext } from '../../../../../shared/checks/context.ts'
import { findFaults } from '../../../../../shared/checks/rules/index-of-rules.ts'
import type { Finding } from '../../../../../shared/checks/types.ts'
import { factTexts } from '../../../../../shared/model/facts.ts'
import type { PaperKind } from '../../../../../shared/model/kinds.ts'
import { recognisePaper, sourceLines } from '../../../../../shared/model/recognise.ts'
import { defaultSettings } from '../../../../../shared/model/settings.ts'
import { textView } from '../../../../../shared/model/text-view.ts'
import { builtInPack } from '../../../../../shared/packs/pack.ts'

/** What a case changes of the sample meeting. */
export interface CaseMeeting {
  kind?: PaperKind
  date?: string
  facts?: Record<string, string>
}

/** A text the rule must object to: the words it points at, and the replacement it offers. */
export interface InvalidCase extends CaseMeeting {
  text: string
  quote: string
  suggestion?: string
}

export interface ValidCase extends CaseMeeting {
  text: string
}

export interface RuleCases {
  invalid: InvalidCase[]
  valid: (string | ValidCase)[]
}

const TITLE = '在巡察反馈会议上的讲话'

const people = [
  ['郑远航', '县委常委、组织部部长'],
  ['沈知秋', '县委巡察办主任'],
  ['侯敬之', '县委第二巡察组组长'],
  ['许文博', '柳溪镇党委书记'],
  ['孙晓岚', '柳溪镇党委副书记、镇长'],
].map(([name = '', post = ''], index) => ({ id: String(index), name, post, organization: '' }))

const sampleFacts = {
  county: '青垣县',
  unit: '柳溪镇',
  unitKind: '乡镇',
  session: '十五届县委',
  round: '第三轮',
  group: '县委第二巡察组',
  groupHead: '侯敬之',
  speaker: '郑远航',
}

/** Everything the fault rules find in a text, as a paper of the sample meeting. */
export function findingsOf(text: string, meeting: CaseMeeting = {}): Finding[] {
  return findFaults(contextOfText(text, meeting))
}

/** A text as a paper of the sample meeting. */
export function contextOfText(
  text: string,
  { kind = 'speech', date = '2026-03-18', facts = {} }: CaseMeeting = {},
): CheckContext {
  const values = { ...sampleFacts, meetingDate: date, ...facts }
  const settings = defaultSettings
  const { doc } = recognisePaper(sourceLines(`${TITLE}\n${text}`))
  const view = textView(doc, factTexts({ definitions: builtInPack.facts, values, people, settings }))
  const input = { view, kind, date, facts: values, people, settings, decisions: [], waivers: [] }
  return createContext(builtInPack, input)
}

/** Runs the cases of each rule; a valid text may not raise an error or a warning of any rule. */
export function testRules(family: string, cases: Record<string, RuleCases>): void {
  describe.each(Object.entries(cases))(`${family}/%s`, (name, { invalid, valid }) => {
    const rule = `${family}/${name}`
    it.each(invalid)('objects to $text', ({ text, quote, suggestion, ...meeting }) => {
      const found = findingsOf(text, meeting).filter((finding) => finding.rule === rule)
      expect(found.map((finding) => finding.text)).toContain(quote)
      if (suggestion !== undefined) {
        expect(found.find((finding) => finding.text === quote)?.suggestion).toBe(suggestion)
      }
    })
    it.each(invalid)(
      'is content when its fix is applied to $text',
      ({ text, suggestion: _, quote: __, ...meeting }) => {
        const before = findingsOf(text, meeting)
        for (const fix of before) {
          if (fix.rule !== rule || fix.suggestion === undefined) continue
          // The findings' offsets count the title that findingsOf puts in front.
          const offset = TITLE.length + 1
          const fixed = text.slice(0, fix.start - offset) + fix.suggestion + text.slice(fix.end - offset)
          const after = findingsOf(fixed, meeting)
          const same = (list: Finding[]) => list.filter((finding) => finding.rule === rule).length
          expect(same(after)).toBe(same(before) - 1)
          expect(after.length).toBeLessThan(before.length)
        }
      },
    )
    it.each(valid.map((one) => (typeof one === 'string' ? { text: one } : one)))(
      'accepts $text',
      ({ text, ...meeting }) => {
        const found = findingsOf(text, meeting).filter(
          (finding) => finding.rule === rule || finding.severity !== 'hint',
        )
        expect(found.map((finding) => `${finding.rule}: ${finding.text}: ${finding.message}`)).toEqual([])
      },
    )
  })
}
