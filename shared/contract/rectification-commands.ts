import { z } from 'zod'
import { agendaSchema } from '../model/rectification/agenda.ts'
import { chainSchema } from '../model/rectification/chain.ts'
import { ledgerChangeSchema } from '../model/rectification/change.ts'
import { cluesSchema } from '../model/rectification/clues.ts'
import { problemSchema } from '../model/rectification/ledger.ts'
import { id, revision, timestamp } from './data.ts'

const meeting = z.object({ meetingId: id })
const change = meeting.extend({ revision })

const ledgerState = z.object({
  revision,
  problems: z.array(problemSchema),
  /** Null while nobody has changed what the facts and the roster give. */
  chain: chainSchema.nullable(),
  agenda: agendaSchema.nullable(),
  clues: cluesSchema,
  /** When each problem was last changed, by its id. */
  lastChanges: z.record(z.string(), timestamp),
})

const historyLine = z.object({
  id,
  problemId: id,
  what: z.string(),
  reason: z.string(),
  author: z.string(),
  created: timestamp,
})

/** What a meeting's ledger still lacks, for the start screen. */
const overview = z.object({
  meetingId: id,
  problems: z.number(),
  holes: z.number(),
  overdue: z.number(),
  hasAgenda: z.boolean(),
})

/** 整改台账, 责任链条, 议程. All writing commands of one meeting share one revision. */
export const rectificationCommands = {
  'ledger.get': { input: meeting, output: ledgerState },
  'ledger.change': { input: change.extend({ change: ledgerChangeSchema }), output: z.object({ revision }) },
  /** Puts back a problem or a measure of 最近删除, where it stood as far as that can be. */
  'ledger.restoreRow': { input: z.object({ id }), output: z.object({ meetingId: id, revision }) },
  /** The newest first, at most 500; of one problem where it is named. */
  'ledger.history': { input: meeting.extend({ problemId: id.optional() }), output: z.array(historyLine) },
  'ledger.overview': { input: z.object({}), output: z.array(overview) },
  'chain.save': { input: change.extend({ chain: chainSchema }), output: z.object({ revision }) },
  /** Alone, where nothing else of the ledger is wanted. */
  'agenda.get': { input: meeting, output: z.object({ agenda: agendaSchema.nullable() }) },
  /** The host script and the agenda paper follow; each keeps what stood there as a version. */
  'agenda.save': {
    input: change.extend({ agenda: agendaSchema }),
    output: z.object({ revision, changedPapers: z.array(id) }),
  },
  'clues.save': { input: change.extend({ clues: cluesSchema }), output: z.object({ revision }) },
} as const
