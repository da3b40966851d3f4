import { z } from 'zod'
import { settingsSchema } from '../model/settings.ts'
import {
  base64,
  factValues,
  id,
  libraryDocument,
  meeting,
  meetingSummary,
  newPerson,
  paper,
  paperHead,
  paperKind,
  person,
  pointDecision,
  revision,
  revisionHead,
  shortText,
  timestamp,
  waiver,
} from './data.ts'
import { handoutCommands } from './handout-commands.ts'
import { hostCommands } from './host-commands.ts'
import { ledgerFileCommands } from './ledger-file-commands.ts'
import { packCommands } from './pack-commands.ts'
import { readBackCommands } from './read-back-commands.ts'
import { rectificationCommands } from './rectification-commands.ts'
import { safetyCommands } from './safety-commands.ts'
import { searchCommands } from './search-commands.ts'
import { transferCommands } from './transfer-commands.ts'
import { undoCommands } from './undo-commands.ts'

const nothing = z.object({})
const file = z.object({ fileName: z.string(), bytes: base64 })
const body = z.string().max(20_000_000)

/**
 * Everything the renderer can ask for: one row a command, what goes in and what comes back.
 * Commands are named noun.verb. Add a command here first, then its handler, then its caller.
 * Writing commands carry the revision they build on and fail with `conflict` when it is stale.
 */
export const commands = {
  ...hostCommands,

  'meeting.list': { input: nothing, output: z.array(meetingSummary) },
  'meeting.create': {
    input: z.object({ title: shortText, facts: factValues, people: z.array(newPerson), papers: z.array(paperKind) }),
    output: meeting,
  },
  'meeting.get': { input: z.object({ id }), output: meeting },
  'meeting.rename': { input: z.object({ id, revision, title: shortText }), output: z.object({ revision }) },
  'meeting.remove': { input: z.object({ id }), output: nothing },
  'meeting.restore': { input: z.object({ id }), output: nothing },
  'meeting.listRemoved': {
    input: nothing,
    output: z.array(z.object({ id, title: z.string(), removed: timestamp })),
  },
  'sample.create': { input: nothing, output: meeting },

  'facts.save': {
    input: z.object({ meetingId: id, revision, facts: factValues }),
    output: z.object({ revision }),
  },
  'people.save': {
    input: z.object({ meetingId: id, revision, people: z.array(newPerson).max(500) }),
    output: z.object({ revision, people: z.array(person) }),
  },

  'paper.create': { input: z.object({ meetingId: id, kind: paperKind }), output: paperHead },
  'paper.get': { input: z.object({ id }), output: paper },
  'paper.save': {
    input: z.object({ id, revision, body }),
    output: z.object({ revision, updated: timestamp }),
  },
  'paper.remove': { input: z.object({ id }), output: nothing },
  'paper.restore': { input: z.object({ id }), output: nothing },
  /** Reads a .txt or .docx into a new paper of the meeting; the file's own text is kept in the library. */
  'paper.import': {
    input: z.object({ meetingId: id, kind: paperKind, fileName: shortText, bytes: base64 }),
    output: z.object({ paper: paperHead, notes: z.array(z.string()) }),
  },

  'point.decide': {
    input: z.object({ paperId: id, decision: pointDecision }),
    output: z.object({ decisions: z.array(pointDecision) }),
  },
  'point.clear': {
    input: z.object({ paperId: id, point: z.string().max(20) }),
    output: z.object({ decisions: z.array(pointDecision) }),
  },
  'waiver.add': {
    input: z.object({ paperId: id, waiver: waiver.omit({ id: true }) }),
    output: z.object({ waivers: z.array(waiver) }),
  },
  'waiver.remove': {
    input: z.object({ paperId: id, id }),
    output: z.object({ waivers: z.array(waiver) }),
  },

  'revision.list': { input: z.object({ paperId: id }), output: z.array(revisionHead) },
  /** `facts`: what they showed when the version was put aside; null in versions of older programs. */
  'revision.get': {
    input: z.object({ id }),
    output: revisionHead.extend({ body, facts: z.record(z.string(), z.string()).nullable() }),
  },
  'revision.name': { input: z.object({ paperId: id, name: shortText }), output: revisionHead },
  /** Keeps what is there as a version, then puts the older one in its place. */
  'revision.restore': { input: z.object({ id, revision }), output: z.object({ revision }) },

  'export.docx': {
    input: z.object({ paperId: id, layout: z.enum(['standard', 'podium']) }),
    output: file,
  },

  ...handoutCommands,
  ...readBackCommands,

  ...rectificationCommands,
  ...ledgerFileCommands,
  ...safetyCommands,
  ...packCommands,
  ...undoCommands,
  ...searchCommands,
  ...transferCommands,

  'library.list': { input: nothing, output: z.array(libraryDocument) },
  'library.get': { input: z.object({ id }), output: libraryDocument.extend({ text: z.string() }) },

  'settings.get': { input: nothing, output: z.object({ revision, settings: settingsSchema }) },
  'settings.save': {
    input: z.object({ revision, settings: settingsSchema }),
    output: z.object({ revision }),
  },
} as const

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type ParsedInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type CommandOutput<N extends CommandName> = z.output<(typeof commands)[N]['output']>
