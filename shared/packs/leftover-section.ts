import { z } from 'zod'

const words = z.array(z.string().min(1).max(30))
/** What is searched for in the text has two characters or more. */
const searched = z.array(z.string().min(2).max(30))

/** What a finished paper must not contain: traces of a template, of a web page, of another meeting. */
export const leftoverSection = z.strictObject({
  /** Phrases of web pages and of sold collections of papers. */
  webTraces: searched,
  /** Words that stand for something still to come, without brackets. */
  openWords: searched,
  /** A bracket that begins or ends so is a note to the writer. */
  noteStarts: words,
  noteEnds: words,
  /** Words in a sentence that make the name of another place right there: 借鉴、毗邻 … */
  otherPlaceReasons: words,
  /** Words in a sentence that speak of an earlier inspection. */
  earlierReasons: words,
  /** Words that directly precede a place's name and are no part of it. */
  beforeNames: words,
  /** No name of a place ends with one of these; what does is a verb or a particle before 镇 or 县. */
  notNames: words,
  /** Behind 县 and the like these make another word of it: 县委, 县水利局, 乡村. */
  notBehind: z.array(z.strictObject({ suffix: z.string(), words })),
  /** 城镇 乡镇 小镇: ordinary words that end like a place's name. */
  ordinaryPlaces: words,
  /** Words of another kind of unit than the one inspected, by 单位类型. */
  /** Words of another rank than the place's own, by the last character of its name: 区委 in a 县. */
  otherLevels: z.array(z.strictObject({ ends: z.string().length(1), words: searched })),
  foreignWords: z.array(z.strictObject({ unitKinds: words, words: searched, fits: z.string() })),
})
