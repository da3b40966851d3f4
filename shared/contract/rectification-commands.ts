import { z } from 'zod'
import { agendaSchema } from '../model/rectification/agenda.ts'
import { chainSchema } from '../model/rectification/chain.ts'
import { ledgerChangeSchema } from '../model/rectification/change.ts'
import { cluesSchema } from '../model/rectification/clues.ts'
import { measureSchema, problemSchema } from '../model/rectification/ledger.ts'
import { base64, id, revision, shortText, timestamp } from './data.ts'

const meeting = z.object({ meetingId: id })
const change = meeting.extend({ revision })
const file = z.object({ fileName: z.string(), bytes: base64 })

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

/** A table that was read, to be confirmed before anything is taken over. Rows count from 1 as in the file. */
const readTable = z.object({
  problems: z.array(problemSchema.omit({ id: true, measures: true })),
  measures: z.array(z.array(measureSchema.omit({ id: true }))),
  rows: z.array(z.number()),
  faults: z.array(z.object({ row: z.number(), column: z.string(), message: z.string() })),
  notes: z.array(z.string()),
})

/** What a meeting's ledger still lacks, for the start screen. */
const overview = z.object({
  meetingId: id,
  problems: z.number(),
  holes: z.number(),
  overdue: z.number(),
  hasAgenda: z.boolean(),
})

/** roll: 三清单合一的总表; sheets: 一事一表; statistics: 统计表; duties: 责任分工表; notice: 督办通知. */
export const LEDGER_LAYOUTS = ['roll', 'sheets', 'statistics', 'duties', 'notice'] as const

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
  /** The host script and the agenda paper follow; each keeps what stood there as a version. */
  'agenda.save': {
    input: change.extend({ agenda: agendaSchema }),
    output: z.object({ revision, changedPapers: z.array(id) }),
  },
  'clues.save': { input: change.extend({ clues: cluesSchema }), output: z.object({ revision }) },
  /** Reads a table from .xlsx or .docx without keeping anything. */
  'ledger.readFile': { input: z.object({ fileName: shortText, bytes: base64 }), output: readTable },
  'ledger.xlsx': { input: meeting, output: file },
  /** `person`: whose notice; without it everybody's. */
  'ledger.docx': {
    input: meeting.extend({ layout: z.enum(LEDGER_LAYOUTS), person: z.string().max(30).optional() }),
    output: file,
  },
  /** The picture as the screen drew it, on a page of its own. Sizes in pixels. */
  'chain.docx': {
    input: meeting.extend({ png: base64, width: z.number().positive(), height: z.number().positive() }),
    output: file,
  },
} as const
