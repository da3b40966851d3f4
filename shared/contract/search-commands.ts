import { z } from 'zod'
import { base64, id, libraryDocument, shortText, timestamp } from './data.ts'

/** Places in `text` (UTF-16, end exclusive). */
const mark = z.object({ start: z.number(), end: z.number() })

/** Where something stands: a paper or an old paper (素材) by its id, else the meeting. */
const place = z.object({
  source: z.enum(['meeting', 'paper', 'ledger', 'document']),
  ref: id,
  meetingId: id.nullable(),
  meetingTitle: z.string().nullable(),
  title: z.string(),
  updated: timestamp,
})

const hit = place.extend({
  /** line: a paragraph of 素材; problem: a line of the ledger. */
  kind: z.enum(['meeting', 'unit', 'person', 'paper', 'document', 'paragraph', 'problem', 'line']),
  /** Cut around the first word found; a cut is shown by …. */
  text: z.string(),
  marks: z.array(mark),
  /** The paragraph as it stands; '' when it is too long to be one. */
  whole: z.string(),
})

export const searchCommands = {
  /**
   * Finds every word of the query (parted by spaces) in the names and texts of the library, newest first; names also
   * by pinyin initials. `pending` counts what is still being indexed and may be missing.
   */
  'search.find': {
    input: z.object({ text: z.string().max(100) }),
    output: z.object({ names: z.array(hit), passages: z.array(hit), pending: z.number() }),
  },
  /**
   * 雷同: what of a draft stands in papers of other meetings and in the 素材. `text` is the paper as it is on the
   * screen; ranges are in it, `fromStart` and `fromEnd` in the paragraph `fromText`. `characters` and `shared` count
   * letters and figures; `sources` tells of each paper, the one that shares most first, how many stand there.
   */
  'search.similar': {
    input: z.object({ paperId: id, text: z.string().max(2_000_000) }),
    output: z.object({
      characters: z.number(),
      shared: z.number(),
      pending: z.number(),
      sources: z.array(z.object({ from: place, shared: z.number() })),
      passages: z.array(
        mark.extend({
          papers: z.number(),
          from: place,
          fromText: z.string(),
          fromStart: z.number(),
          fromEnd: z.number(),
        }),
      ),
    }),
  },
  /** Takes an old paper into the 素材; `known` when its text is there already, and nothing is added then. */
  'material.import': {
    input: z.object({ fileName: shortText, bytes: base64 }),
    output: z.object({ state: z.enum(['added', 'known']), document: libraryDocument, notes: z.array(z.string()) }),
  },
  /** It stays in 最近移走 for some days, and is found no longer. */
  'material.remove': { input: z.object({ id }), output: z.object({}) },
  'material.restore': { input: z.object({ id }), output: z.object({}) },
} as const

export type SearchHit = z.infer<typeof hit>
export type SimilarPassages = z.infer<(typeof searchCommands)['search.similar']['output']>
