import { type PageFigures, type PageKind, pageFigures } from '../../shared/model/page-figures.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { parseMarkedWords, type ReadingChoice } from '../../shared/text/readings.ts'
import { type PaperFonts, paperFonts } from './fonts.ts'

export type PaperLayout = PageKind

/** Everything measurable about a printed paper. Lengths in twips (1/20 pt), type sizes in points. */
export interface PageDesign extends Pick<PageFigures, 'titleCharacters' | 'pageNumber' | 'pageNumberForm'> {
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
  /** Exact distance of lines: 22 of 28.95 pt fill the 225 mm of the type area, 29 pt would give 21 (GB/T 9704, 5.2.3). */
  line: number
  /** Added to every character of the body, so that 28 of them fill the line. */
  characterSpacing: number
  /** Lines end flush right. */
  justified: boolean
  grid: 'none' | 'lines' | 'linesAndChars'
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
  const { bodySize, bodyLine, titleSize, titleLine, titleCharacters, ...figures } = pageFigures(choice, layout)
  const shared = {
    layout,
    bodySize,
    titleSize,
    titleCharacters,
    titleLine: Math.round(titleLine * 20),
    line: Math.round(bodyLine * 20),
    pageNumber: figures.pageNumber,
    pageNumberForm: figures.pageNumberForm,
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
    return {
      ...shared,
      characterSpacing: 0,
      justified: false,
      grid: 'none',
      footerDistance: Math.max(SMALLEST_FOOTER, Math.round((margin.bottom - bodySize * 20) / 2)),
      pageNumberSize: bodySize,
      linesKeptTogether: figures.blankLines + 1,
      readings: { rare: choice.podiumRarePinyin, words: parseMarkedWords(choice.podiumPinyinWords) },
      timeMarks: choice.podiumTimeMarks > 0 ? { every: choice.podiumTimeMarks, rate: speakingRate } : null,
    }
  }
  const squeezed = choice.grid === 'lines' && Math.abs(textWidth - STANDARD_TEXT_WIDTH) <= 10
  return {
    ...shared,
    characterSpacing: squeezed ? STANDARD_SPACING : 0,
    // LibreOffice loses commas that hang into the margin of a justified line, but not at the measured width.
    justified: squeezed || choice.grid === 'linesAndChars',
    grid: choice.grid,
    pageNumberSize: 14,
  }
}
