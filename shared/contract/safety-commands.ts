import { z } from 'zod'
import { id, paperKind, timestamp } from './data.ts'
import { FAILURE_CODES } from './failures.ts'

const nothing = z.object({})
const failureCode = z.enum(FAILURE_CODES)

/** Whether the library is at hand. Everything but the commands of this file fails with `code` while it is not. */
export const libraryState = z.object({
  kind: z.enum(['open', 'closed']),
  /** Why it is closed. */
  code: failureCode.nullable(),
  detail: z.string().nullable(),
  /** Open, but a page of it was found damaged. */
  damaged: z.boolean(),
  /** It lies on a drive of another machine, where SQLite cannot promise anything. */
  onNetwork: z.boolean(),
})

/** Given out by `backup.list`; means nothing elsewhere. */
const backupId = z.string().max(200)
const password = z.string().min(1).max(200)

export const backup = z.object({
  id: backupId,
  /** own: beside the library; chosen: in the folder the user chose. */
  where: z.enum(['own', 'chosen']),
  created: timestamp,
  reason: z.enum(['daily', 'exit', 'migration', 'manual', 'import', 'restore', 'salvaged']),
  /** Behind a password. */
  sealed: z.boolean(),
  /** Bytes. */
  size: z.number(),
  /** good: every page was read and is in order; whole: checked when it was made, and as long as it should be. */
  check: z.enum(['good', 'whole', 'damaged']),
})

export const backupFolder = z.object({
  /** Its last names, for the eye. */
  name: z.string(),
  present: z.boolean(),
  last: timestamp.nullable(),
  problem: failureCode.nullable(),
})

export const backupStatus = z.object({
  backups: z.array(backup),
  /** Null when no second folder was chosen. */
  folder: backupFolder.nullable(),
  hasPassword: z.boolean(),
})

const storedPaper = z.object({ id, kind: paperKind, title: z.string(), updated: timestamp })
const storedMeeting = z.object({ id, title: z.string(), updated: timestamp, papers: z.array(storedPaper) })

/** A folder to choose. Its id is made for this run of the program; the path itself never reaches the page. */
export const place = z.object({ id, name: z.string() })

export const safetyCommands = {
  'library.state': { input: nothing, output: libraryState },
  /** Tries to open a library that is closed. */
  'library.reopen': { input: nothing, output: libraryState },

  'backup.status': { input: nothing, output: backupStatus },
  'backup.make': { input: nothing, output: backupStatus },
  /** Reads every page. */
  'backup.check': {
    input: z.object({ id: backupId, password: password.nullable() }),
    output: z.object({ check: backup.shape.check }),
  },
  /** Makes a backup readable; `source` is good until another is opened. @throws 'wrong-password', 'damaged', 'too-new' */
  'backup.open': {
    input: z.object({ id: backupId, password: password.nullable() }),
    output: z.object({ source: id, created: timestamp, meetings: z.array(storedMeeting) }),
  },
  'backup.paper': {
    input: z.object({ source: id, paperId: id }),
    output: z.object({ title: z.string(), text: z.string() }),
  },
  /** Puts the opened backup in the place of the library; what is there now is kept first, as a backup or set aside. */
  'backup.replace': { input: z.object({ source: id }), output: libraryState },
  /** Takes meetings of the opened backup over as new ones beside those that are there. */
  'backup.take': {
    input: z.object({ source: id, meetingIds: z.array(id).min(1).max(5000) }),
    output: z.object({ meetings: z.array(id) }),
  },
  /** Reads what can be read of a damaged library into a backup of its own. */
  'backup.salvage': {
    input: nothing,
    output: z.object({
      id: backupId,
      meetings: z.number(),
      papers: z.number(),
      revisions: z.number(),
      lost: z.number(),
    }),
  },
  /** Null means no second folder. */
  'backup.chooseFolder': { input: z.object({ placeId: id.nullable() }), output: backupStatus },
  /** For copies made from now on; older ones keep the password they were made with. Null means none. */
  'backup.setPassword': {
    input: z.object({ password: z.string().min(6).max(200).nullable() }),
    output: backupStatus,
  },
  /** The folders in a folder; null gives the places to begin at. */
  'place.list': {
    input: z.object({ id: id.nullable() }),
    output: z.object({ here: place.nullable(), parent: id.nullable(), places: z.array(place) }),
  },

  /** How much each version changed from the one before it, and the present text (id null) from the newest version. */
  'revision.changes': {
    input: z.object({ paperId: id }),
    output: z.array(z.object({ id: id.nullable(), added: z.number(), removed: z.number() })),
  },

  /** What was removed and has not been cleared away yet, newest first. */
  'removed.list': {
    input: nothing,
    output: z.object({
      meetings: z.array(z.object({ id, title: z.string(), removed: timestamp, until: timestamp })),
      papers: z.array(
        z.object({
          id,
          meetingTitle: z.string(),
          kind: paperKind,
          title: z.string(),
          removed: timestamp,
          until: timestamp,
        }),
      ),
      /** 素材. */
      documents: z.array(z.object({ id, title: z.string(), removed: timestamp, until: timestamp })),
      /** Problems and measures of the ledgers, each as one line of its text. */
      ledgerRows: z.array(
        z.object({
          id,
          meetingTitle: z.string(),
          what: z.enum(['problem', 'measure']),
          title: z.string(),
          removed: timestamp,
          until: timestamp,
        }),
      ),
    }),
  },
} as const

export type LibraryState = z.infer<typeof libraryState>
export type Backup = z.infer<typeof backup>
export type BackupStatus = z.infer<typeof backupStatus>
