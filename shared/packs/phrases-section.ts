import { z } from 'zod'
import { PAPER_KINDS } from '../model/kinds.ts'

/**
 * Something to start a sentence from: blanks ＿＿ stand for what only this meeting knows. Without a blank, or with a
 * full stop, it would be a sentence to copy, and papers of different offices would come out alike.
 */
const fragment = z
  .string()
  .min(4)
  .max(40)
  .refine((text) => text.includes('＿＿'), '语句里要留空：用＿＿表示要填的内容。')
  .refine((text) => !/[。！？]/.test(text), '语句是片段，不写句号、问号、叹号。')

/** 常用语句: kind of paper → id of a point → fragments for writing it. */
export const phrasesSection = z.partialRecord(
  z.enum(PAPER_KINDS),
  z.record(z.string().regex(/^[A-Z]\d{1,2}$/), z.array(fragment).min(1)),
)

export type Phrases = z.infer<typeof phrasesSection>
