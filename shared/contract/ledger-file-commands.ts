import { z } from 'zod'
import { measureSchema, problemSchema } from '../model/rectification/ledger.ts'
import { base64, id, shortText, timestamp } from './data.ts'

const meeting = z.object({ meetingId: id })
const file = z.object({ fileName: z.string(), bytes: base64 })
const place = z.object({ row: z.number(), code: z.string() })

const tally = z.object({ total: z.number(), done: z.number(), ongoing: z.number(), open: z.number() })
const namedTallies = z.array(tally.extend({ name: z.string() }))

/** A table that was read, to be confirmed before anything is taken over. Rows count from 1 as in the file. */
const readTable = z.object({
  problems: z.array(problemSchema.omit({ id: true, measures: true })),
  measures: z.array(z.array(measureSchema.omit({ id: true }))),
  places: z.array(place.extend({ number: z.string(), measures: z.array(place) })),
  columns: z.array(z.string()),
  faults: z.array(z.object({ row: z.number(), column: z.string(), message: z.string() })),
  notes: z.array(z.string()),
  /** Of a 统计表, to be compared with what the ledger gives; else null. */
  figures: z
    .object({ problems: tally, measures: tally, immediate: tally, byCategory: namedTallies, byPerson: namedTallies })
    .nullable(),
})

/** roll: 三清单合一的总表; sheets: 一事一表; statistics: 统计表; duties: 责任分工表; notice: 督办通知. */
export const LEDGER_LAYOUTS = ['roll', 'sheets', 'statistics', 'duties', 'notice'] as const

/** The ledger and the chain as files, and from files. */
export const ledgerFileCommands = {
  /** Reads a table from .xlsx or .docx without keeping anything. */
  'ledger.readFile': { input: z.object({ fileName: shortText, bytes: base64 }), output: readTable },
  /**
   * Every row carries its 核对编号. The ledger as it stands is kept with the export, to see later what was changed in
   * the table and what was changed here.
   */
  'ledger.xlsx': { input: meeting, output: file },
  /** What exports of this meeting held, by the tokens in their rows; those that are not known are left out. */
  'ledger.exports': {
    input: meeting.extend({ tokens: z.array(z.string().max(12)).max(20) }),
    output: z.array(z.object({ token: z.string(), created: timestamp, problems: z.array(problemSchema) })),
  },
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
