import { checkerFor } from '../../shared/checks/checker.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import type { Meeting } from '../../shared/contract/data.ts'
import { factTexts } from '../../shared/model/facts.ts'
import { readPaper, UnreadablePaper } from '../../shared/model/paper.ts'
import type { CheckArea, CheckedPaper } from '../../shared/model/rectification/meeting-check.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { textView } from '../../shared/model/text-view.ts'
import { isIsoDate } from '../../shared/text/dates.ts'
import { officePack } from '../ui/office-pack.ts'

/** Under which heading of 全会核对 a fault of one paper stands; what is none of these is a matter of the paper. */
const AREAS: [CheckArea, RegExp][] = [
  ['议程', /agenda/],
  ['数字', /count|total|sum$|listed-problems/],
  ['时限', /date|deadline|day$|month|year|term-mismatch|duration/],
  ['人名职务', /name|post$|unit$|holder|group|organ|capacity|other-place|round|other-kind/],
]
const areaOf = (rule: string): CheckArea => AREAS.find(([, pattern]) => pattern.test(rule))?.[0] ?? '文稿'

export interface ReadPaper extends CheckedPaper {
  updated: string
  /** Required and expected points on responsibility that the speech does not have, by their titles. */
  missingDuties: string[]
}

/** Every paper of the meeting with what its own check says; one that cannot be read is left out. @throws Failure */
export async function readPapers(backend: Backend, meeting: Meeting, settings: Settings): Promise<ReadPaper[]> {
  const { facts, people } = meeting
  const pack = officePack.get()
  const check = checkerFor(pack)
  const factText = factTexts({ definitions: pack.facts, values: facts, people, settings })
  const date = facts.meetingDate && isIsoDate(facts.meetingDate) ? facts.meetingDate : null
  const papers = await Promise.all(meeting.papers.map(({ id }) => backend.call('paper.get', { id })))
  return papers.flatMap(({ id, kind, title, updated, body, decisions, waivers }) => {
    try {
      const view = textView(readPaper(body), factText)
      const report = check({ view, kind, date, facts, people, settings, decisions, waivers })
      const findings = report.findings
        .filter(({ family }) => family === 'consistency' || family === 'leftover')
        .map(({ rule, message, start, end, text, severity }) => ({
          area: areaOf(rule),
          message,
          start,
          end,
          text,
          isError: severity === 'error',
        }))
      const missingDuties = report.points
        .filter(
          (point) =>
            kind === 'speech' &&
            point.pillar === 'chain' &&
            point.level !== 'optional' &&
            point.state === 'missing' &&
            !point.decision,
        )
        .map((point) => point.title)
      return [{ id, kind, title, view, minutes: report.minutes, updated, findings, missingDuties }]
    } catch (error) {
      if (error instanceof UnreadablePaper) return []
      throw error
    }
  })
}
