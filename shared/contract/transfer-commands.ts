import { z } from 'zod'
import { base64, id, shortText, timestamp } from './data.ts'

// A file from outside (double click in the desktop host, a second start with a file): the host reads its bytes and
// calls `services.offerFile({fileName, bytes})` (electron/services/create-services.ts). The page is told by the event
// `transfer.offered`, and asks at its start too; it fetches the file with `transfer.offered` and shows the same preview
// as 导入会议 on the start screen. Nothing is written before the user confirms there. The ending is FILE_ENDING.

/** 导出会议 makes one file with this ending. */
export const FILE_ENDING = '.huibei'

const password = z.string().min(1).max(200)

/**
 * How one thing of the package stands to the library. new: only in the package; same; theirs: only the package has
 * changes; ours: only this library has; both: both have, merged; beside: no common version, comes in as a second paper.
 */
export const TRANSFER_STATES = ['new', 'same', 'theirs', 'ours', 'both', 'beside'] as const

const line = z.object({
  what: z.enum(['facts', 'people', 'paper', 'ledger', 'agenda', 'chain', 'clues', 'versions']),
  /** The paper's title; '' for what a meeting has once. */
  name: z.string(),
  state: z.enum(TRANSFER_STATES),
  /** What comes in: 改 2 段、新增 1 段; '' where nothing does. */
  detail: z.string(),
  /** How many places both changed in ways that do not go together. */
  conflicts: z.number(),
})

const preview = z.object({
  /** Good until another package is opened. */
  source: id,
  meetingId: id,
  title: z.string(),
  /** Who made it, '' when nobody is named, and when. */
  madeBy: z.string(),
  made: timestamp,
  programVersion: z.string(),
  /** new: the library has no such meeting; same: all of it is here already. */
  state: z.enum(['new', 'same', 'changed']),
  /** The meeting is among the removed ones here; importing brings it back. */
  isRemoved: z.boolean(),
  lines: z.array(line),
  /** The file carries counts of clues; they are taken over only when chosen. */
  hasClues: z.boolean(),
  /** A rule pack this library does not use; taken over only when chosen. */
  pack: z.object({ name: z.string(), version: z.string() }).nullable(),
})

/** A place that both changed. The meeting shows `ours`; the others are kept until somebody decides. */
const conflict = z.object({
  /** Stays the same until it is decided. */
  id: z.string().max(300),
  /** Null where it is no paper. */
  paperId: id.nullable(),
  /** 讲话稿，第3段; 会议要素“会议地点”. */
  place: z.string(),
  /** Null: taken away here. */
  ours: z.string().nullable(),
  /** Null: taken away there. */
  theirs: z.array(z.string().nullable()).min(1),
  /** Whether both can stand: paragraphs can, a date cannot. */
  canKeepBoth: z.boolean(),
})

export const transferCommands = {
  /** 导出会议. What goes out is kept as the common version to merge with later. Clues stay here unless chosen. */
  'transfer.export': {
    input: z.object({
      meetingId: id,
      password: z.string().min(6).max(200).nullable(),
      withClues: z.boolean(),
      /** People who do not come, as 会议材料 remembers them. */
      absent: z.array(id).max(500).default([]),
    }),
    output: z.object({ fileName: z.string(), bytes: base64 }),
  },
  /**
   * Reads a package without changing anything. @throws 'wrong-password' (also when it needs one and none is given),
   * 'damaged', 'too-new', 'unreadable-file', 'too-large'
   */
  'transfer.open': {
    input: z.object({ fileName: shortText, bytes: base64, password: password.nullable() }),
    output: preview,
  },
  /** 导入会议: everything that was shown, or nothing. A backup and a version of every paper are made first. */
  'transfer.take': {
    input: z.object({ source: id, withClues: z.boolean(), withPack: z.boolean() }),
    output: z.object({ meetingId: id, conflicts: z.number(), absent: z.array(id) }),
  },
  /** What is still to be decided, papers first. */
  'transfer.conflicts': { input: z.object({ meetingId: id }), output: z.array(conflict) },
  /**
   * `index` names one of `theirs`. Returns what is left to decide. @throws 'conflict' when the place changed since
   */
  'transfer.decide': {
    input: z.object({
      meetingId: id,
      conflictId: z.string().max(300),
      keep: z.enum(['ours', 'theirs', 'both']),
      index: z.number().int().min(0).max(50).default(0),
    }),
    output: z.array(conflict),
  },
  /** A file the host was asked to open; null when there is none. It is handed out once. */
  'transfer.offered': {
    input: z.object({}),
    output: z.object({ file: z.object({ fileName: z.string(), bytes: base64 }).nullable() }),
  },
} as const

export type TransferPreview = z.infer<typeof preview>
export type TransferLine = z.infer<typeof line>
export type TransferConflict = z.infer<typeof conflict>
