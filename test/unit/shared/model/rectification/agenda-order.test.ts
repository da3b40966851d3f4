import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperKind } from '../../../../../shared/model/kinds.ts'
import type { Agenda, AgendaKind } from '../../../../../shared/model/rectification/agenda.ts'
import {
  papersByAgenda,
  papersOfItems,
  peopleByAgenda,
} from '../../../../../shared/model/rectification/agenda-order.ts'

const agendaOf = (...items: [AgendaKind, string][]): Agenda => ({
  items: items.map(([kind, speaker], index) => ({
    id: String(index),
    kind,
    speaker,
    action: '',
    post: '',
    minutes: 5,
  })),
  closingMinutes: 0,
})
const papers: { id: string; kind: PaperKind }[] = [
  { id: '讲话一', kind: 'speech' },
  { id: '讲话二', kind: 'speech' },
  { id: '表态', kind: 'response' },
  { id: '主持', kind: 'host-script' },
  { id: '反馈', kind: 'feedback' },
]
const people = ['沈砚田', '郑柏青', '罗致和', '唐稼轩'].map((name) => ({ name }))
const ids = (list: readonly ({ id: string } | null)[]) => list.map((paper) => paper?.id ?? null)

describe('the order of the agenda', () => {
  const agenda = agendaOf(['feedback', '郑柏青'], ['speech', '沈砚田'], ['response', '唐稼轩'], ['speech', '罗致和'])
  it('is that of the papers, behind what leads through the meeting', () => {
    expect(ids(papersOfItems(agenda, papers))).toEqual(['反馈', '讲话一', '表态', '讲话二'])
    expect(ids(papersByAgenda(papers, agenda))).toEqual(['主持', '反馈', '讲话一', '表态', '讲话二'])
    expect(papersByAgenda(papers, null)).toEqual(papers)
  })
  it('is that of the speakers; the others follow by rank', () => {
    expect(peopleByAgenda(people, agenda).map(({ name }) => name)).toEqual(['郑柏青', '沈砚田', '唐稼轩', '罗致和'])
    expect(peopleByAgenda(people, agendaOf(['convey', '罗致和'], ['other', '不在名册']))).toEqual([
      people[2],
      people[0],
      people[1],
      people[3],
    ])
  })
  it('loses nobody and nothing, and names nothing twice', () => {
    const item = fc.tuple(
      fc.constantFrom<AgendaKind>('speech', 'response', 'feedback', 'other'),
      fc.constantFrom('沈砚田', '唐稼轩', '', '外人'),
    )
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        const any = agendaOf(...items)
        expect(new Set(papersByAgenda(papers, any))).toEqual(new Set(papers))
        expect(papersByAgenda(papers, any)).toHaveLength(papers.length)
        expect(peopleByAgenda(people, any).toSorted()).toHaveLength(people.length)
        expect(new Set(peopleByAgenda(people, any))).toEqual(new Set(people))
      }),
    )
  })
})
