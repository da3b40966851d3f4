import { z } from 'zod'
import { HANDOUT_KINDS } from '../model/handouts/handout.ts'
import { base64, id, shortText } from './data.ts'

const file = z.object({ fileName: z.string(), bytes: base64 })

/** `absent`: people of the roster who do not come. `paperId`: the paper a 要点核对表 is about; without it the speech. */
const request = z.object({
  meetingId: id,
  kind: z.enum(HANDOUT_KINDS),
  paperId: id.optional(),
  absent: z.array(id).max(500).default([]),
})

const handout = z.object({
  kind: z.enum(HANDOUT_KINDS),
  title: z.string(),
  landscape: z.boolean(),
  lines: z.array(z.string()),
  table: z
    .object({
      columns: z.array(z.object({ label: z.string(), width: z.number(), align: z.enum(['left', 'centre']) })),
      rows: z.array(z.array(z.string())),
      merged: z.object({ columns: z.number(), spans: z.array(z.number()) }).optional(),
      rowHeight: z.number(),
      size: z.number(),
    })
    .nullable(),
  cards: z.array(z.string()),
  notes: z.array(z.string()),
})

export const handoutCommands = {
  /** 会议材料 from the meeting's own data, as they are printed. */
  'handout.get': { input: request, output: handout },
  'handout.docx': { input: request, output: file },
  /** Packs files into one zip; of two files of the same name the second gets a number. */
  'file.zip': {
    input: z.object({
      fileName: shortText,
      files: z
        .array(z.object({ fileName: shortText, bytes: base64 }))
        .min(1)
        .max(100),
    }),
    output: file,
  },
} as const
