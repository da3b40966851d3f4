import { createHash } from 'node:crypto'
import { factValue } from '../../../shared/model/facts.ts'
import { readPaper } from '../../../shared/model/paper.ts'
import { type Measure, namesIn, type Problem } from '../../../shared/model/rectification/ledger.ts'
import { textView } from '../../../shared/model/text-view.ts'
import type { Pack } from '../../../shared/packs/pack.ts'
import type { IndexedSource, Passage, PassageKind, SourceHead } from '../../store/search-index.ts'
import type { Tables } from '../../store/tables.ts'
import { readSettings } from '../settings.ts'
import { factContext, meetingFactText } from '../stored-meetings.ts'
import { initialsOf } from './initials.ts'

interface Reading {
  library: Tables
  pack: Pack
  log(message: string, error?: unknown): void
}

const name = (kind: PassageKind, text: string, own = 0): Passage[] =>
  text.trim() === '' ? [] : [{ kind, text, initials: initialsOf(text, own) }]
const body = (kind: PassageKind, text: string): Passage[] => (text.trim() === '' ? [] : [{ kind, text, initials: '' }])

/**
 * Stands for everything a paper shows that is not written in it or in its meeting: what the office calls its facts, and
 * the terms by which dates are worked out. With another one the papers have to be read again.
 */
export function shownBy(reading: Reading): string {
  const { terms, rectification } = readSettings(reading).settings
  const all = JSON.stringify([reading.pack.facts, terms, rectification])
  return createHash('sha256').update(all).digest('base64url').slice(0, 12)
}

/** What of a source can be found; null when it is gone by now. */
export function readSource(reading: Reading, head: SourceHead): IndexedSource | null {
  if (head.kind === 'meeting') return meeting(reading, head)
  if (head.kind === 'paper') return paper(reading, head)
  if (head.kind === 'ledger') return ledger(reading, head)
  const document = reading.library.documents.get(head.ref)
  if (!document) return null
  const lines = document.text.split('\n').flatMap((line) => (line === document.title ? [] : body('line', line)))
  return { ...head, title: document.title, passages: [...name('document', document.title), ...lines] }
}

function meeting(reading: Reading, head: SourceHead): IndexedSource | null {
  const found = reading.library.meetings.get(head.ref)
  if (!found) return null
  const context = factContext(reading, head.ref)
  const units = [factValue(context, 'unit') ?? '', ...context.people.map(({ organization }) => organization)]
  return {
    ...head,
    title: found.title,
    passages: [
      ...name('meeting', found.title),
      ...[...new Set(units)].flatMap((unit) => name('unit', unit)),
      ...context.people.flatMap((person) =>
        name('person', [person.name, person.post].filter(Boolean).join(' '), person.name.length),
      ),
    ],
  }
}

function paper(reading: Reading, head: SourceHead): IndexedSource | null {
  const found = reading.library.papers.get(head.ref)
  if (!found) return null
  const passages = name('paper', found.title)
  try {
    const view = textView(readPaper(found.body), meetingFactText(reading, found.meetingId))
    for (const block of view.blocks) {
      if (block.kind !== 'title') passages.push(...body('paragraph', view.text.slice(block.start, block.end)))
    }
  } catch (error) {
    // It keeps its title; the text of a paper that cannot be read cannot be found either.
    reading.log(`paper ${head.ref} not indexed`, error)
  }
  return { ...head, title: found.title, passages }
}

/** What is read of a problem as stored; another version may know less of it. */
type StoredProblem = Partial<Pick<Problem, 'text' | 'cause' | 'claimedBy'>> & {
  measures?: Partial<Pick<Measure, 'text' | 'progress' | 'leader' | 'owner' | 'leadUnit' | 'cooperatingUnits'>>[]
}

function ledger(reading: Reading, head: SourceHead): IndexedSource | null {
  const units = new Set<string>()
  const people = new Set<string>()
  const texts = reading.library.problems.list(head.ref).flatMap(({ content }) => {
    try {
      const { text = '', cause = '', claimedBy = '', measures = [] } = JSON.parse(content) as StoredProblem
      for (const each of namesIn(claimedBy)) people.add(each)
      for (const { leader = '', owner = '', leadUnit = '', cooperatingUnits = '' } of measures) {
        for (const each of [...namesIn(leader), ...namesIn(owner)]) people.add(each)
        for (const each of [...namesIn(leadUnit), ...namesIn(cooperatingUnits)]) units.add(each)
      }
      const all = [text, cause, ...measures.flatMap((measure) => [measure.text ?? '', measure.progress ?? ''])]
      return all.flatMap((one) => body('problem', one))
    } catch (error) {
      reading.log(`ledger of ${head.ref} not indexed`, error)
      return []
    }
  })
  const names = [
    ...[...units].flatMap((unit) => name('unit', unit)),
    ...[...people].flatMap((person) => name('person', person, person.length)),
  ]
  return { ...head, title: '整改台账', passages: [...names, ...texts] }
}
