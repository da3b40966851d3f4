import type { PaperKind } from '../kinds.ts'
import type { Agenda, AgendaKind } from './agenda.ts'

/** Which paper a speaker reads from. */
export const PAPER_OF: Partial<Record<AgendaKind, PaperKind>> = {
  feedback: 'feedback',
  response: 'response',
  speech: 'speech',
}

/** The paper of each item of the agenda, the n-th of its kind for the n-th item of that kind; null where there is none. */
export function papersOfItems<T extends { kind: PaperKind }>(agenda: Agenda, papers: readonly T[]): (T | null)[] {
  const used = new Set<T>()
  return agenda.items.map(({ kind }) => {
    const paper = papers.find((candidate) => candidate.kind === PAPER_OF[kind] && !used.has(candidate)) ?? null
    if (paper) used.add(paper)
    return paper
  })
}

/** What leads through the meeting first, then the papers in the order in which they are read, then the others. */
export function papersByAgenda<T extends { kind: PaperKind }>(papers: readonly T[], agenda: Agenda | null): T[] {
  if (!agenda || agenda.items.length === 0) return [...papers]
  const read = papersOfItems(agenda, papers).filter((paper) => paper !== null)
  const leading = papers.filter(({ kind }) => kind === 'agenda' || kind === 'host-script')
  return [...leading, ...read, ...papers.filter((paper) => !leading.includes(paper) && !read.includes(paper))]
}

/** Who speaks, in the order of the agenda, then the others as they stand. */
export function peopleByAgenda<T extends { name: string }>(people: readonly T[], agenda: Agenda | null): T[] {
  const speakers = (agenda?.items ?? []).flatMap(({ speaker }) =>
    people.filter(({ name }) => name === speaker).slice(0, 1),
  )
  const first = [...new Set(speakers)]
  return [...first, ...people.filter((person) => !first.includes(person))]
}
