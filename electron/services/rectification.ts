import type { z } from 'zod'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { factTexts, factValue } from '../../shared/model/facts.ts'
import { writePaper } from '../../shared/model/paper.ts'
import {
  type Agenda,
  agendaOfPaper,
  agendaPaperByAgenda,
  agendaSchema,
  hostScriptByAgenda,
} from '../../shared/model/rectification/agenda.ts'
import {
  type Chain,
  chainHoles,
  chainSchema,
  chainSource,
  startingChain,
} from '../../shared/model/rectification/chain.ts'
import { changeLedger, type LedgerChange, RefusedChange } from '../../shared/model/rectification/change.ts'
import { type Clues, cluesSchema } from '../../shared/model/rectification/clues.ts'
import { type Ledger, measureSchema, problemSchema } from '../../shared/model/rectification/ledger.ts'
import { ledgerDifference } from '../../shared/model/rectification/removed-rows.ts'
import { ledgerStatistics } from '../../shared/model/rectification/statistics.ts'
import { localDay } from './local-day.ts'
import { keepReplacedText } from './revisions.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { factContext, findMeeting, storedDocument } from './stored-meetings.ts'

type Commands =
  | 'ledger.get'
  | 'ledger.change'
  | 'ledger.restoreRow'
  | 'ledger.history'
  | 'ledger.overview'
  | 'chain.save'
  | 'agenda.get'
  | 'agenda.save'
  | 'clues.save'

/** @throws Failure 'damaged' */
function read<T>(context: ServiceContext, schema: z.ZodType<T>, json: string | null, empty: T): T {
  if (json === null) return empty
  try {
    return schema.parse(JSON.parse(json))
  } catch (error) {
    context.log('stored ledger unreadable', error)
    throw new Failure('damaged', '整改台账的内容无法读出。')
  }
}

const storedProblem = problemSchema.omit({ id: true })

export function readLedger(context: ServiceContext, meetingId: string): Ledger {
  return context.library.problems.list(meetingId).map(({ id, content }) => ({
    id,
    ...read(context, storedProblem, content, null as never),
  }))
}

/** The chain as somebody left it, else as the facts and the roster give it. */
export function readChain(context: ServiceContext, meetingId: string): Chain {
  const stored = read(context, chainSchema.nullable(), context.library.sheets.get(meetingId, 'chain'), null)
  if (stored) return stored
  const facts = factContext(context, meetingId)
  const source = chainSource((key) => factValue(facts, key))
  const { chain } = facts.settings.rectification
  return startingChain(source, facts.people, chain, () => crypto.randomUUID())
}

/** The agenda as somebody set it, else as it stands in a paper; null without either. */
export function readAgenda(context: ServiceContext, meetingId: string): Agenda | null {
  const stored = read(context, agendaSchema.nullable(), context.library.sheets.get(meetingId, 'agenda'), null)
  return stored ?? agendaFromPaper(context, meetingId)
}

/**
 * Makes a change and keeps its history. Within a transaction.
 * @param why stands in the history where the change brings no reason of its own
 * @throws Failure
 */
export function applyChange(context: ServiceContext, meetingId: string, change: LedgerChange, why = ''): void {
  const { library } = context
  const { settings } = readSettings(context)
  const before = readLedger(context, meetingId)
  try {
    const { ledger, lines } = changeLedger(before, change, settings.rectification)
    const { removed, added } = ledgerDifference(before, ledger)
    library.problems.replace(meetingId, before, ledger)
    library.removedRows.follow(meetingId, removed, added)
    const kept = lines.map((line) => ({ ...line, reason: line.reason || why }))
    library.history.add(meetingId, settings.userName, kept)
  } catch (error) {
    if (error instanceof RefusedChange) throw new Failure('invalid-input', error.message)
    throw error
  }
}

type StoredRow = NonNullable<ReturnType<ServiceContext['library']['removedRows']['get']>>

/** The change that puts a removed row back where it stood. @throws Failure 'damaged' */
function backInPlace(context: ServiceContext, { id, problemId, position: at, content }: StoredRow): LedgerChange {
  if (id === problemId) {
    const problem = { id, ...read(context, storedProblem, content, null as never) }
    return { kind: 'add-problems', problems: [problem], at }
  }
  const measure = { id, ...read(context, measureSchema.omit({ id: true }), content, null as never) }
  return { kind: 'add-measure', id: problemId, measure, at }
}

/** Papers that follow the agenda, changed where they can be. Within a transaction. @returns their ids */
function followAgenda(context: ServiceContext, meetingId: string, agenda: Agenda): string[] {
  const { library } = context
  const factText = factTexts(factContext(context, meetingId))
  return library.papers.listByMeeting(meetingId).flatMap(({ id, kind }) => {
    const follow = kind === 'host-script' ? hostScriptByAgenda : kind === 'agenda' ? agendaPaperByAgenda : null
    const stored = library.papers.get(id)
    if (!follow || !stored) return []
    const doc = follow(storedDocument(context, stored.body), agenda, factText)
    const body = doc && writePaper(doc)
    if (!body || body === stored.body) return []
    library.papers.save(id, stored.revision, stored.title, body)
    keepReplacedText(context, stored)
    return [id]
  })
}

export function rectificationService(context: ServiceContext): Handlers<Commands> {
  const { library, emit } = context

  /** Writes and tells everybody; the revision is that of all sheets of the meeting. */
  const write = <T>(meetingId: string, revision: number, change: () => T): { revision: number; result: T } => {
    const written = library.write(() => {
      findMeeting(context, meetingId)
      const raised = library.sheets.raise(meetingId, revision)
      return { revision: raised, result: change() }
    })
    emit({ name: 'ledger.changed', data: { meetingId, revision: written.revision } })
    return written
  }

  return {
    'ledger.get'({ meetingId }) {
      findMeeting(context, meetingId)
      return {
        revision: library.sheets.revision(meetingId),
        problems: [...readLedger(context, meetingId)],
        chain: read(context, chainSchema.nullable(), library.sheets.get(meetingId, 'chain'), null),
        agenda: readAgenda(context, meetingId),
        clues: read<Clues>(context, cluesSchema, library.sheets.get(meetingId, 'clues'), []),
        lastChanges: library.history.lastChanges(meetingId),
      }
    },
    'ledger.change': ({ meetingId, revision, change }) => ({
      revision: write(meetingId, revision, () => applyChange(context, meetingId, change)).revision,
    }),
    'ledger.restoreRow'({ id }) {
      const row = library.removedRows.get(id)
      if (!row) throw new Failure('not-found')
      const { meetingId } = row
      const { revision } = write(meetingId, library.sheets.revision(meetingId), () =>
        applyChange(context, meetingId, backInPlace(context, row), '从最近移走中找回'),
      )
      return { meetingId, revision }
    },
    'ledger.history'({ meetingId, problemId }) {
      findMeeting(context, meetingId)
      return library.history.list(meetingId, problemId)
    },
    /** A ledger that cannot be read is left out: the list of meetings must come up all the same. */
    'ledger.overview': () =>
      library.meetings.listInUse().flatMap(({ id }) => {
        try {
          return [overviewOf(context, id)]
        } catch (error) {
          context.log(`ledger of meeting ${id} not counted`, error)
          return []
        }
      }),
    'chain.save': ({ meetingId, revision, chain }) => ({
      revision: write(meetingId, revision, () => library.sheets.put(meetingId, 'chain', JSON.stringify(chain)))
        .revision,
    }),
    'agenda.get'({ meetingId }) {
      findMeeting(context, meetingId)
      return { agenda: readAgenda(context, meetingId) }
    },
    'agenda.save'({ meetingId, revision, agenda }) {
      const { revision: raised, result } = write(meetingId, revision, () => {
        library.sheets.put(meetingId, 'agenda', JSON.stringify(agenda))
        return followAgenda(context, meetingId, agenda)
      })
      for (const id of result) {
        const paper = library.papers.get(id)
        if (paper) emit({ name: 'paper.changed', data: { id, meetingId, revision: paper.revision } })
      }
      return { revision: raised, changedPapers: result }
    },
    'clues.save': ({ meetingId, revision, clues }) => ({
      revision: write(meetingId, revision, () => library.sheets.put(meetingId, 'clues', JSON.stringify(clues)))
        .revision,
    }),
  }
}

function overviewOf(context: ServiceContext, meetingId: string): CommandOutput<'ledger.overview'>[number] {
  const ledger = readLedger(context, meetingId)
  const rules = readSettings(context).settings.rectification
  const people = context.library.people.list(meetingId)
  const holes = ledger.length > 0 ? chainHoles({ chain: readChain(context, meetingId), ledger, people, rules }) : []
  return {
    meetingId,
    problems: ledger.length,
    holes: holes.length,
    overdue: ledgerStatistics(ledger, rules, localDay(context.clock())).overdue,
    hasAgenda: readAgenda(context, meetingId) !== null,
  }
}

/** The agenda that already stands in a paper of the meeting; null without one. */
function agendaFromPaper(context: ServiceContext, meetingId: string): Agenda | null {
  const head = context.library.papers.listByMeeting(meetingId).find(({ kind }) => kind === 'agenda')
  const paper = head && context.library.papers.get(head.id)
  if (!paper) return null
  const facts = factContext(context, meetingId)
  const agenda = agendaOfPaper(storedDocument(context, paper.body), factTexts(facts), facts.people, () =>
    crypto.randomUUID(),
  )
  return agenda.items.length > 0 ? agenda : null
}
