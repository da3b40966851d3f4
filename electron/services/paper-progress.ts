import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Checker, checkerFor } from '../../shared/checks/checker.ts'
import { paperProgress } from '../../shared/contract/data.ts'
import { type FactContext, factTexts } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'
import { isIsoDate } from '../../shared/text/dates.ts'
import type { Library } from '../store/library.ts'
import type { PaperRowHead } from '../store/papers-table.ts'
import { programVersion } from './host.ts'
import type { OfficePack } from './pack.ts'

const progressSchema = paperProgress.pick({
  characters: true,
  requiredPoints: true,
  coveredPoints: true,
  openFacts: true,
  errors: true,
})
export type Progress = z.infer<typeof progressSchema>

export interface PaperProgressReader {
  /** @param revisions of what the facts come from, as one text */
  read(paper: PaperRowHead, facts: () => FactContext, revisions: string): Progress
  /** Stores what was found since the last time, so that the next start of the program need not check again. */
  keep(): void
}

const UNKNOWN: Progress = { characters: 0, requiredPoints: 0, coveredPoints: 0, openFacts: 0, errors: 0 }

/** How far papers are, by the checker; kept until the paper or anything the checker looks at changes. */
export function createPaperProgress(
  office: OfficePack,
  library: Library,
  log: (message: string, error?: unknown) => void,
): PaperProgressReader {
  const known = new Map<string, { key: string; progress: Progress }>()
  const fresh = new Set<string>()

  const keyOf = (paper: PaperRowHead, revisions: string): string =>
    createHash('sha256')
      .update(JSON.stringify([programVersion, office.key(), paper.revision, revisions]))
      .update(JSON.stringify([library.decisions.list(paper.id), library.waivers.list(paper.meetingId, paper.id)]))
      .digest('base64url')

  const stored = (paperId: string, key: string): Progress | null => {
    const row = library.progress.get(paperId)
    if (row?.key !== key) return null
    try {
      return progressSchema.parse(JSON.parse(row.value))
    } catch {
      return null
    }
  }

  const measure = (paper: PaperRowHead, facts: FactContext): Progress => {
    return measureProgress(checkerFor(office.current()), library, paper, facts)
  }

  return {
    read(paper, facts, revisions) {
      const key = keyOf(paper, revisions)
      const hit = known.get(paper.id)
      if (hit?.key === key) return hit.progress
      let progress = UNKNOWN
      try {
        const found = stored(paper.id, key)
        progress = found ?? measure(paper, facts())
        if (!found) fresh.add(paper.id)
      } catch (error) {
        // The list of meetings must come up whatever a paper holds.
        log(`progress of paper ${paper.id} unknown`, error)
      }
      known.set(paper.id, { key, progress })
      return progress
    },
    keep() {
      if (fresh.size === 0) return
      try {
        library.writeAside(() => {
          for (const id of fresh) {
            const entry = known.get(id)
            if (entry) library.progress.put(id, entry.key, JSON.stringify(entry.progress))
          }
        })
        fresh.clear()
      } catch (error) {
        log('progress of papers not kept', error)
      }
    },
  }
}

function measureProgress(checker: Checker, library: Library, paper: PaperRowHead, facts: FactContext): Progress {
  const view = textView(readPaper(library.papers.get(paper.id)?.body ?? ''), factTexts(facts))
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
