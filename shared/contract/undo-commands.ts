import { z } from 'zod'
import { id, revision } from './data.ts'

/** JSON text of what the editor can take back, see renderer/editor/undo-steps.ts. */
const steps = z.string().max(4_000_000)

/** Undo over reopening. Kept beside the library and no part of it: losing it costs nothing but the undo. */
export const undoCommands = {
  /** Passed over when the paper has moved on from `revision` since. */
  'undo.keep': { input: z.object({ paperId: id, revision, steps }), output: z.object({}) },
  /** Null when nothing was kept, or the paper is another one than it was then. */
  'undo.get': { input: z.object({ paperId: id }), output: z.object({ steps: steps.nullable() }) },
} as const
