import { z } from 'zod'
import { base64, id, shortText } from './data.ts'

export const readBackCommands = {
  /**
   * Reads a draft that was edited in Word or WPS, to be compared with the version it was exported from. Changes
   * nothing. `body` is the stored form of what was read. `versionId` is the version the file says it was exported
   * from; null when the file does not say, or that version is gone. `remarks` are the comments somebody wrote.
   */
  'paper.readBack': {
    input: z.object({ paperId: id, fileName: shortText, bytes: base64 }),
    output: z.object({
      body: z.string(),
      versionId: id.nullable(),
      notes: z.array(z.string()),
      remarks: z.array(z.object({ author: z.string(), text: z.string() })),
    }),
  },
} as const
