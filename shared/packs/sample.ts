import type { PaperKind } from '../model/kinds.ts'
import type { FactValues, Person } from '../model/meeting.ts'
import { writePaper } from '../model/paper.ts'
import agenda from './data/sample-agenda.json' with { type: 'json' }
import feedback from './data/sample-feedback.json' with { type: 'json' }
import hostScript from './data/sample-host-script.json' with { type: 'json' }
import ledger from './data/sample-ledger.json' with { type: 'json' }
import meeting from './data/sample-meeting.json' with { type: 'json' }
import response from './data/sample-response.json' with { type: 'json' }
import speech from './data/sample-speech.json' with { type: 'json' }
import { builtInPack } from './pack.ts'
import { type SampleLedger, sampleLedgerSection, sampleMeetingSection, samplePaperSection } from './sample-section.ts'
import { linesDocument } from './template-document.ts'

interface SampleMeeting {
  title: string
  /** Says that places and people are invented; to be shown wherever the sample could be taken for real. */
  note: string
  facts: FactValues
  /** In order of rank. */
  people: Omit<Person, 'id'>[]
  /** `body` is the stored form, see shared/model/paper.ts. */
  papers: { kind: PaperKind; body: string }[]
  /** 整改台账 and 责任链条, without ids. */
  ledger: SampleLedger
}

const factKeys = new Set(builtInPack.facts.map((fact) => fact.key))

function paper(kind: PaperKind, lines: unknown): SampleMeeting['papers'][number] {
  const doc = linesDocument(samplePaperSection.parse(lines), (key) => factKeys.has(key))
  return { kind, body: writePaper(doc) }
}

/**
 * The invented meeting a newcomer finds: good papers with a few open facts, missing points and faults, so that every
 * part of the program has something to show. What is planted is listed in its test.
 */
export const sampleMeeting: SampleMeeting = {
  ...sampleMeetingSection.parse(meeting),
  papers: [
    paper('speech', speech),
    paper('host-script', hostScript),
    paper('response', response),
    paper('feedback', feedback),
    paper('agenda', agenda),
  ],
  ledger: sampleLedgerSection.parse(ledger),
}
