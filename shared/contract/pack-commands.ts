import { z } from 'zod'
import { packOverridesSchema } from '../model/pack-overrides.ts'
import { base64, revision, timestamp } from './data.ts'

/**
 * 规则包: the pack that was imported, if any, and the office's own changes, which no import and no reset touches.
 * The two have a revision each. `invalid-input` carries a Chinese sentence that names line and field.
 */
export const packCommands = {
  'pack.get': {
    input: z.object({}),
    output: z.object({
      revision,
      /** JSON text of a pack; null while the shipped one is in use. */
      imported: z.object({ text: z.string(), fileName: z.string(), on: timestamp }).nullable(),
      /** Why an imported pack is not in use: this program cannot read it any more. It is kept. */
      problem: z.string().nullable(),
      overridesRevision: revision,
      overrides: packOverridesSchema,
    }),
  },
  /** Takes the whole file or nothing. */
  'pack.import': {
    input: z.object({ revision, fileName: z.string().max(255), bytes: base64 }),
    output: z.object({ revision, name: z.string(), version: z.string() }),
  },
  /** The pack in use with the office's changes in it, as a file that another machine can import. */
  'pack.export': { input: z.object({}), output: z.object({ fileName: z.string(), bytes: base64 }) },
  /** Back to the shipped pack; the office's changes stay. */
  'pack.reset': { input: z.object({ revision }), output: z.object({ revision }) },
  /** Replaces the office's changes. */
  'pack.override': {
    input: z.object({ revision, overrides: packOverridesSchema }),
    output: z.object({ revision }),
  },
} as const
