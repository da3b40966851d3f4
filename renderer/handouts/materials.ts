import type { Meeting } from '../../shared/contract/data.ts'
import { HANDOUT_KINDS, HANDOUT_NAMES, type HandoutKind } from '../../shared/model/handouts/handout.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import type { Agenda } from '../../shared/model/rectification/agenda.ts'
import { papersByAgenda } from '../../shared/model/rectification/agenda-order.ts'

/** One thing a 会议材料包 can hold. */
export interface Material {
  /** The same in every meeting for the same sort of thing, so that the number of copies is remembered. */
  id: string
  label: string
  note: string
  content: { type: 'paper'; paperId: string; layout: 'standard' | 'podium' } | { type: 'handout'; kind: HandoutKind }
}

const HANDOUT_NOTES: Record<HandoutKind, string> = {
  'sign-in': '按名册排好，末尾留几行空行',
  'name-cards': '每人一张，对折后两面都看得到',
  attendees: '按名册的先后',
  receipt: '会上移交的材料逐份签收',
  checklist: '讲话稿的要点写到没有，一页看清',
  duties: '横排；问题取自整改台账，没有台账时取自反馈意见',
}

/** Everything of a meeting that can be printed: its papers in the order of the agenda, then the handouts made of its data. */
export function materialsOf({ papers }: Pick<Meeting, 'papers'>, agenda: Agenda | null = null): Material[] {
  const seen = new Map<string, number>()
  const ids = new Map(
    papers.map(({ id, kind }) => {
      const count = (seen.get(kind) ?? 0) + 1
      seen.set(kind, count)
      return [id, count === 1 ? kind : `${kind}-${count}`]
    }),
  )
  const ofPapers = papersByAgenda(papers, agenda).flatMap(({ id: paperId, kind, title }): Material[] => {
    const id = ids.get(paperId) ?? kind
    const label = PAPER_KIND_NAMES[kind]
    const paper = (layout: 'standard' | 'podium'): Material => ({
      id: layout === 'podium' ? `${id}-podium` : id,
      label: layout === 'podium' ? `${label}（大字稿）` : label,
      note: title,
      content: { type: 'paper', paperId, layout },
    })
    return kind === 'speech' || kind === 'host-script' ? [paper('standard'), paper('podium')] : [paper('standard')]
  })
  const handouts = HANDOUT_KINDS.map(
    (kind): Material => ({
      id: kind,
      label: HANDOUT_NAMES[kind],
      note: HANDOUT_NOTES[kind],
      content: { type: 'handout', kind },
    }),
  )
  return [...ofPapers, ...handouts]
}
