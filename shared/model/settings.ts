import { z } from 'zod'
import { PAGE_NUMBER_FORMS } from './page-number.ts'
import { officeRulesSchema } from './rectification/office-rules.ts'

const term = (amount: number, unit: 'day' | 'workday' | 'month') =>
  z
    .object({ amount: z.number().int().min(1).max(400), unit: z.enum(['day', 'workday', 'month']) })
    .default({ amount, unit })

/**
 * What an office may want different. Every field has a default, so an older or empty file reads well.
 * Figures: see the table of local differences in docs/decisions.
 */
export const settingsSchema = z.object({
  officeName: z.string().max(60).default(''),
  /** Name written into the history of versions. */
  userName: z.string().max(30).default(''),
  /** Characters a minute; the range gives the range of minutes. */
  speakingRate: z
    .object({ slow: z.number().int().min(60).max(400), fast: z.number().int().min(60).max(400) })
    .refine((rate) => rate.slow <= rate.fast)
    .default({ slow: 180, fast: 220 }),
  /** Terms that run from the day of the feedback. */
  terms: z.object({ plan: term(1, 'month'), rectification: term(6, 'month'), report: term(6, 'month') }).prefault({}),
  /** A sentence longer than this many characters is hard to speak in a breath. */
  longSentence: z.number().int().min(30).max(400).default(120),
  layout: z
    .object({
      /** standard: names of the national practice (仿宋_GB2312 …); windows: the fonts Windows brings. */
      fonts: z.enum(['standard', 'windows', 'custom']).default('standard'),
      customFonts: z
        .object({
          title: z.string().max(60).default('方正小标宋简体'),
          body: z.string().max(60).default('仿宋_GB2312'),
          kai: z.string().max(60).default('楷体_GB2312'),
          hei: z.string().max(60).default('黑体'),
          song: z.string().max(60).default('宋体'),
          latin: z.string().max(60).default('Times New Roman'),
        })
        .prefault({}),
      /** Millimetres (GB/T 9704-2012, 5.2.1: 37 top, 28 left; right and bottom follow from the type area). */
      margins: z
        .object({
          top: z.number().min(10).max(60).default(37),
          bottom: z.number().min(10).max(60).default(35),
          left: z.number().min(10).max(60).default(28),
          right: z.number().min(10).max(60).default(26),
        })
        .prefault({}),
      /** Points from line to line; 28.95 puts 22 lines on a page (5.2.3). */
      linePitch: z.number().min(20).max(40).default(28.95),
      grid: z.enum(['lines', 'linesAndChars']).default('lines'),
      boldLevel2: z.boolean().default(false),
      boldLevel3: z.boolean().default(false),
      bylineOrder: z.enum(['date-first', 'speaker-first']).default('date-first'),
      /** spaced: 张三 as wide as a name of three characters. */
      bylineName: z.enum(['spaced', 'as-written']).default('spaced'),
      /** Brackets round the date under the title, whether they were written or not. */
      bylineDate: z.enum(['as-written', 'brackets', 'bare']).default('as-written'),
      /** outside: right on odd pages and left on even ones (7.5). */
      pageNumber: z.enum(['outside', 'centre', 'none']).default('outside'),
      pageNumberForm: z.enum(PAGE_NUMBER_FORMS).default('spaced'),
      /** Millimetres between the type area and the dash of the page number (7.5). */
      pageNumberGap: z.number().min(2).max(25).default(7),
      /** Points: 18 小二, 22 二号, 26 一号. */
      podiumSize: z.union([z.literal(18), z.literal(22), z.literal(26)]).default(22),
      /** Distance of lines in a lectern copy, in parts of the size of its characters. */
      podiumLine: z.number().min(1.4).max(2).default(1.7),
      /** A page of a lectern copy may end so many lines early to keep a paragraph whole. */
      podiumBlankLines: z.number().int().min(0).max(12).default(4),
      /** Pinyin over characters outside the first level of GB 2312 in a lectern copy. */
      podiumRarePinyin: z.boolean().default(true),
      /** Words that get pinyin as well, one a line; with a reading of their own: 乐(yuè). */
      podiumPinyinWords: z.string().max(2000).default(''),
      /** A mark in the lectern copy after so many minutes of speaking; 0 for none. */
      podiumTimeMarks: z.number().int().min(0).max(30).default(5),
    })
    .prefault({}),
  /** 整改台账: value sets, terms and the calendar of the office. */
  rectification: officeRulesSchema.prefault({}),
  handouts: z
    .object({
      /** Empty rows behind a list, for those who were not on it. */
      blankRows: z.number().int().min(0).max(40).default(4),
      /** agenda: who speaks comes first, in the order of the agenda; rank: as in the roster. */
      order: z.enum(['rank', 'agenda']).default('rank'),
    })
    .prefault({}),
  /** Days for which removed meetings and papers can be brought back. */
  keepRemovedDays: z.number().int().min(7).max(3650).default(30),
  /** Rules the office does not want, by id, with the reason. */
  silencedRules: z.record(z.string(), z.string().max(200)).default({}),
})

export type Settings = z.infer<typeof settingsSchema>

/** The settings of an office that has changed nothing. */
export const defaultSettings: Settings = settingsSchema.parse({})
