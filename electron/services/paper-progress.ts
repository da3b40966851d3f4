import { type Checker, createChecker } from '../../shared/checks/checker.ts'
import type { PaperProgress } from '../../shared/contract/data.ts'
import { type FactContext, factTexts } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'
import type { Pack } from '../../shared/packs/pack.ts'
import { isIsoDate } from '../../shared/text/dates.ts'
import type { Library } from '../store/library.ts'
import type { PaperRow } from '../store/papers-table.ts'

export type Progress = Pick<PaperProgress, 'characters' | 'requiredPoints' | 'coveredPoints' | 'openFacts' | 'errors'>

export interface PaperProgressReader {
  /** @param revisions of what the facts come from, as one text */
  read(paper: PaperRow, facts: FactContext, revisions: string): Progress
}

const UNKNOWN: Progress = { characters: 0, requiredPoints: 0, coveredPoints: 0, openFacts: 0, errors: 0 }

/** How far papers are, by the checker; kept until the paper or anything the checker looks at changes. */
export function createPaperProgress(
  pack: Pack,
  library: Library,
  log: (message: string, error?: unknown) => void,
): PaperProgressReader {
  const known = new Map<string, { key: string; progress: Progress }>()
  let checker: Checker | undefined

  const measure = (paper: PaperRow, facts: FactContext): Progress => {
    const view = textView(readPaper(paper.body), factTexts(facts))
    checker ??= createChecker(pack)
    const date = facts.values.meetingDate
    const report = checker({
      view,
      kind: paper.kind,
      date: date !== undefined && isIsoDate(date) ? date : null,
      facts: facts.values,
      people: facts.people,
      settings: facts.settings,
      decisions: library.decisions.list(paper.id),
      waivers: library.waivers.list(paper.meetingId, paper.id),
    })
    // A point somebody confirmed counts as covered, one that does not apply counts not at all.
    const required = report.points.filter(
      (point) => point.level === 'required' && point.decision?.state !== 'not-applicable',
    )
    return {
      characters: report.characters,
      requiredPoints: required.length,
      coveredPoints: required.filter((point) => point.state === 'covered' || point.decision?.state === 'confirmed')
        .length,
      openFacts: view.openFacts.length,
      errors: report.findings.filter((finding) => finding.severity === 'error').length,
    }
  }

  return {
    read(paper, facts, revisions) {
      const decided = JSON.stringify([
        library.decisions.list(paper.id),
        library.waivers.list(paper.meetingId, paper.id),
      ])
      const key = `${paper.revision} ${revisions} ${decided}`
      const hit = known.get(paper.id)
      if (hit?.key === key) return hit.progress
      let progress = UNKNOWN
      try {
        progress = measure(paper, facts)
      } catch (error) {
        // The list of meetings must come up whatever a paper holds.
        log(`progress of paper ${paper.id} unknown`, error)
      }
      known.set(paper.id, { key, progress })
      return progress
    },
  }
}
