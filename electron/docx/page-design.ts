import type { PageNumberForm } from '../../shared/model/page-number.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { parseMarkedWords, type ReadingChoice } from '../../shared/text/readings.ts'
import { type PaperFonts, paperFonts } from './fonts.ts'

export type PaperLayout = 'standard' | 'podium'

/** Everything measurable about a printed paper. Lengths in twips (1/20 pt), type sizes in points. */
export interface PageDesign {
  layout: PaperLayout
  fonts: PaperFonts
  width: number
  height: number
  margin: { top: number; bottom: number; left: number; right: number }
  textWidth: number
  footerDistance: number
  titleSize: number
  titleLine: number
  bodySize: number
  /** Exact distance of lines. */
  line: number
  /** Added to every character of the body, so that 28 of them fill the line. */
  characterSpacing: number
  /** Lines end flush right. */
  justified: boolean
  grid: 'none' | 'lines' | 'linesAndChars'
  pageNumber: 'outside' | 'centre' | 'none'
  pageNumberForm: PageNumberForm
  pageNumberSize: number
  boldLevel2: boolean
  boldLevel3: boolean
  byline: Pick<Settings['layout'], 'bylineOrder' | 'bylineName' | 'bylineDate'>
  /** A paragraph of at most so many lines stays on one page. */
  linesKeptTogether: number
  /** What gets pinyin over it; null for nothing. */
  readings: ReadingChoice | null
  /** Marks of speaking time; null for none. */
  timeMarks: { every: number; rate: Settings['speakingRate'] } | null
}

const A4 = { width: 11906, height: 16838 }
const STANDARD_TEXT_WIDTH = 8844
/** 28 characters of 16 pt are 5.8 pt wider than 156 mm. */
const STANDARD_SPACING = -6
/** The dash stands so much above the lower edge of the footer's line, measured with a line of 14 pt. */
const UNDER_DASH = 141
const SMALLEST_FOOTER = 284

const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

export function pageDesign({ layout: choice, speakingRate }: Settings, layout: PaperLayout): PageDesign {
  const { top, bottom, left, right } = choice.margins
  const margin = { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) }
  const textWidth = A4.width - margin.left - margin.right
  const shared = {
    layout,
    fonts: paperFonts(choice),
    ...A4,
    margin,
    textWidth,
    footerDistance: Math.max(SMALLEST_FOOTER, margin.bottom - twips(choice.pageNumberGap) - UNDER_DASH),
    boldLevel2: choice.boldLevel2,
    boldLevel3: choice.boldLevel3,
    byline: choice,
    linesKeptTogether: 0,
    readings: null,
    timeMarks: null,
  }
  if (layout === 'podium') {
    const size = choice.podiumSize
    return {
      ...shared,
      titleSize: size + 4,
      titleLine: Math.round((size + 4) * choice.podiumLine * 20),
      bodySize: size,
      line: Math.round(size * choice.podiumLine * 20),
      characterSpacing: 0,
      justified: false,
      grid: 'none',
      footerDistance: Math.max(SMALLEST_FOOTER, Math.round((margin.bottom - size * 20) / 2)),
      pageNumber: 'centre',
      pageNumberForm: 'lectern',
      pageNumberSize: size,
      linesKeptTogether: choice.podiumBlankLines + 1,
      readings: { rare: choice.podiumRarePinyin, words: parseMarkedWords(choice.podiumPinyinWords) },
      timeMarks: choice.podiumTimeMarks > 0 ? { every: choice.podiumTimeMarks, rate: speakingRate } : null,
    }
  }
  const squeezed = choice.grid === 'lines' && Math.abs(textWidth - STANDARD_TEXT_WIDTH) <= 10
  return {
    ...shared,
    titleSize: 22,
    titleLine: 640,
    bodySize: 16,
    // 22 lines of 28.95 pt fill the 225 mm of the type area; 29 pt would give 21 (GB/T 9704-2012, 5.2.3).
    line: Math.round(choice.linePitch * 20),
    characterSpacing: squeezed ? STANDARD_SPACING : 0,
    // LibreOffice loses commas that hang into the margin of a justified line, but not at the measured width.
    justified: squeezed || choice.grid === 'linesAndChars',
    grid: choice.grid,
    pageNumber: choice.pageNumber,
    pageNumberForm: choice.pageNumberForm,
    pageNumberSize: 14,
  }
}
