import { describe, expect, it } from 'vitest'
import type { PaperKind } from '../../../../../shared/model/kinds.ts'
import { recognisePaper, sourceLines } from '../../../../../shared/model/recognise.ts'
import type { Agenda } from '../../../../../shared/model/rectification/agenda.ts'
import { emptyProblem, type Problem } from '../../../../../shared/model/rectification/ledger.ts'
import {
  type CheckedPaper,
  type MeetingCheckInput,
  meetingCheck,
} from '../../../../../shared/model/rectification/meeting-check.ts'
import { defaultOfficeRules } from '../../../../../shared/model/rectification/office-rules.ts'
import { textView } from '../../../../../shared/model/text-view.ts'
import { measureOf } from './rectification-arbitraries.ts'

const paper = (kind: PaperKind, text: string): CheckedPaper => ({
  id: kind,
  kind,
  title: '',
  view: textView(recognisePaper(sourceLines(`在会议上的材料\n${text}`)).doc, () => ({ text: null, label: '' })),
  minutes: { min: 4, max: 5 },
  findings: [],
})
const people = [
  { id: '1', name: '沈砚田', post: '县委常委、组织部部长', organization: '' },
  { id: '2', name: '郑柏青', post: '县委第二巡察组组长', organization: '' },
  { id: '3', name: '唐稼轩', post: '柳溪镇党委书记', organization: '' },
]
const item = (kind: Agenda['items'][number]['kind'], post: string, speaker: string, action: string) => ({
  id: speaker,
  kind,
  post,
  speaker,
  action,
  minutes: 5,
})
const agenda: Agenda = {
  items: [
    item('feedback', '县委第二巡察组组长', '郑柏青', '反馈巡察情况'),
    item('response', '柳溪镇党委书记', '唐稼轩', '作表态发言'),
    item('speech', '县委常委、组织部部长', '沈砚田', '讲话'),
  ],
  closingMinutes: 0,
}
const script = [
  '今天的会议共有三项议程。',
  '下面，进行第一项议程，请县委第二巡察组组长郑柏青同志反馈巡察情况。',
  '下面，进行第二项议程，请唐稼轩同志作表态发言。',
  '下面，进行第三项议程，请沈砚田同志讲话。',
  '刚才，郑柏青同志反馈了情况，沈砚田同志作了讲话。',
]
const problem: Problem = {
  ...emptyProblem,
  id: 'p',
  category: '四个聚焦',
  text: '沟渠淤塞',
  claimedBy: '唐稼轩',
  measures: [measureOf({ deadline: '2027-03-01' })],
}
const facts: Record<string, string> = {
  problemCount: '1',
  problemAspects: '1',
  rectificationDeadline: '2027-06-15',
  meetingDate: '2026-12-15',
}
const rung = (role: 'first', person: string) => ({ id: '', role, title: '', unit: '', person, field: '', duty: '' })
const fine: MeetingCheckInput = {
  agenda,
  ledger: [problem],
  chain: { rungs: [rung('first', '唐稼轩')], departed: [] },
  holes: [],
  people,
  papers: [
    paper('host-script', script.join('\n')),
    paper('speech', '一、压实责任\n唐稼轩同志是整改的第一责任人，要亲自抓。反馈指出1个方面1个问题。'),
    paper('response', '我代表镇党委表态。'),
    paper('feedback', '一、主要问题\n发现1个方面1个问题。'),
  ],
  fact: (key) => facts[key] ?? null,
  personFacts: [{ key: 'secretary', label: '党组织书记', name: '唐稼轩' }],
  rules: defaultOfficeRules,
}
const bad = (change: Partial<MeetingCheckInput>) =>
  meetingCheck({ ...fine, ...change }).filter(({ state }) => state !== 'ok')
const messages = (change: Partial<MeetingCheckInput>) => bad(change).map(({ message }) => message)
const withPaper = (kind: PaperKind, text: string) => ({
  papers: [...fine.papers.filter((one) => one.kind !== kind), paper(kind, text)],
})

describe('全会核对', () => {
  it('is silent where everything agrees, and says what it looked at', () => {
    expect(bad({})).toEqual([])
    expect(meetingCheck(fine).map(({ area }) => area)).toEqual([
      '议程',
      '名单',
      '文稿',
      '数字',
      '时限',
      '人名职务',
      '责任',
      '重复',
    ])
  })
  it('sees the host call somebody else, in another number, in another order', () => {
    expect(messages(withPaper('host-script', script.join('\n').replace('第二项', '第三项')))).toEqual([
      '主持词的第二次引导写的是“第三项”。',
    ])
    expect(
      messages(
        withPaper(
          'host-script',
          [script[0], script[1], script[3]?.replace('三', '二'), script[2]?.replace('二', '三'), script[4]].join('\n'),
        ),
      ),
    ).toEqual(['议程第2项是唐稼轩，主持词这里请的是沈砚田。', '议程第3项是沈砚田，主持词这里请的是唐稼轩。'])
    expect(messages(withPaper('host-script', script.slice(0, 3).join('\n')))).toEqual([
      '主持词逐项引导了2项，议程是3项。',
    ])
    expect(
      messages(
        withPaper(
          'host-script',
          [...script.slice(0, 4), '刚才，沈砚田同志作了讲话，郑柏青同志反馈了情况。'].join('\n'),
        ),
      ),
    ).toEqual(['“刚才”里的先后（沈砚田、郑柏青）和议程不一样。'])
  })
  it('sees a speaker who is not in the roster or has another post, and a paper that is missing', () => {
    const items = agenda.items.map((one, index) => (index === 2 ? { ...one, post: '县委常委、宣传部部长' } : one))
    expect(messages({ agenda: { ...agenda, items } })).toEqual([
      '议程第3项写的是“县委常委、宣传部部长沈砚田”，人员名册里的职务是“县委常委、组织部部长”。',
    ])
    expect(messages({ people: people.slice(1) })).toContain('议程第3项的沈砚田不在人员名册里。')
    expect(messages({ papers: fine.papers.filter(({ kind }) => kind !== 'response') })).toEqual([
      '议程有“表态”，还没有表态发言。',
    ])
  })
  it('names every list that still has somebody who has left', () => {
    const departed = [{ name: '唐稼轩', date: '2026-12-20', successor: '孟春畦', reason: '调离' }]
    const left = messages({
      chain: { ...fine.chain, departed },
      fact: (key) => (key === 'secretary' ? '孟春畦' : (facts[key] ?? null)),
    })
    for (const place of [
      '议程第2项还是唐稼轩',
      '会议要素“党组织书记”还是唐稼轩',
      '人员名册里还有',
      '主持词还写着唐稼轩',
      '讲话稿还写着唐稼轩',
    ])
      expect(left.filter((message) => message.includes(place))).not.toEqual([])
    expect(left).toContain('会议要素里党组织书记是孟春畦，责任链条里第一责任人是唐稼轩。')
  })
  it('sees a paper that takes longer than the agenda gives it', () => {
    const long = fine.papers.map((one) => (one.kind === 'speech' ? { ...one, minutes: { min: 6, max: 8 } } : one))
    expect(messages({ papers: long })).toEqual(['讲话稿约要讲6—8分钟，议程第3项只排了5分钟。'])
    const items = agenda.items.map((one) => ({ ...one, minutes: 0 }))
    expect(messages({ papers: long, agenda: { ...agenda, items } })).toEqual([])
  })
  it('sees numbers and terms that differ', () => {
    const [row] = bad(withPaper('feedback', '一、主要问题\n发现1个方面13个问题。'))
    expect(row?.message).toBe('反馈意见写的是“1个方面13个问题”，问题清单是1个方面1个问题。')
    expect(row?.place).toMatchObject({ kind: 'paper', paperId: 'feedback' })
    const late = { ...problem, measures: [measureOf({ deadline: '2027-07-30' })] }
    expect(messages({ ledger: [late] })).toEqual([
      '第1个问题“沟渠淤塞”的整改时限2027年7月30日超过了集中整改期限2027年6月15日。',
    ])
  })
  it('sees another first responsible person, and somebody who has left', () => {
    expect(messages(withPaper('speech', '一、压实责任\n沈砚田同志是整改的第一责任人，要亲自抓。'))).toEqual([
      '讲话稿说第一责任人是沈砚田，责任链条里是唐稼轩。',
    ])
    expect(messages(withPaper('speech', '一、压实责任\n各单位都要抓好整改。'))).toEqual([
      '讲话稿没有说到“第一责任人”。',
    ])
    const departed = [{ name: '唐稼轩', date: '2027-01-01', successor: '孟春畦', reason: '' }]
    const rows = bad({ chain: { rungs: [], departed } })
    expect(rows.map(({ message }) => message)).toContain('主持词还写着唐稼轩，唐稼轩已经调离，事情已交给孟春畦。')
  })
  it('sees two leaders say the same', () => {
    const same = '压力要层层传导，不能传到半路就变成层层推卸，要一竿子插到底。'
    const papers = [
      ...fine.papers.filter(({ kind }) => kind !== 'response'),
      paper('response', `我表态。${same}`),
      paper('speech', `唐稼轩是第一责任人。${same}`),
    ]
    expect(messages({ papers }).some((message) => message.includes('说了同样的话'))).toBe(true)
  })
})
