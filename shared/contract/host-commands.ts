import { z } from 'zod'
import { base64, shortText } from './data.ts'
import { ACTION_IDS } from './program-actions.ts'

const nothing = z.object({})

/** Given out by `folder.choose`; means nothing elsewhere, nor after a restart. */
const folderId = z.string().max(60)

/** What this host can do; the interface hides what is absent. */
const hostInfo = z.object({
  kind: z.enum(['electron', 'loopback', 'memory']),
  version: z.string(),
  canSaveFiles: z.boolean(),
  canPrintToPdf: z.boolean(),
  canChooseFolder: z.boolean(),
  canShowInFolder: z.boolean(),
  /** It has menus of its own, see menu.show. */
  hasMenu: z.boolean(),
})

/** Commands that only some hosts have; `host.info` says which. Elsewhere they are unknown commands. */
export const hostCommands = {
  'host.info': { input: nothing, output: hostInfo },
  /**
   * Asks the user for a place and writes the file there whole or not at all; `saved` is false when the user gave up.
   * Only where canSaveFiles; elsewhere the page offers a download.
   */
  'file.save': { input: z.object({ fileName: shortText, bytes: base64 }), output: z.object({ saved: z.boolean() }) },
  /**
   * Saves what the window shows as a PDF, laid out as it would be printed. Only where canPrintToPdf; elsewhere the
   * browser's own printing does it.
   */
  'print.pdf': { input: z.object({ fileName: shortText }), output: z.object({ saved: z.boolean() }) },
  /** Asks for a folder; null when the user gave up. Only where canChooseFolder. */
  'folder.choose': {
    input: nothing,
    output: z.object({ folder: z.object({ id: folderId, name: z.string() }).nullable() }),
  },
  /**
   * Writes a Word file into a chosen folder, whole or not at all. A file that is there already stays as it is: the new
   * one gets a number, and `fileName` says what it is called.
   */
  'folder.write': {
    input: z.object({ folderId, fileName: shortText, bytes: base64 }),
    output: z.object({ fileName: z.string() }),
  },
  /** Opens a chosen folder in the system's own window. Only where canShowInFolder. */
  'folder.show': { input: z.object({ folderId }), output: nothing },
  /** What can be done now: everything else is greyed in the host's own menus. The user's choice comes as `menu.chosen`. */
  'menu.show': { input: z.object({ enabled: z.array(z.enum(ACTION_IDS)).max(200) }), output: z.object({}) },
} as const
