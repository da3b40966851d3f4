import { Document, type FileChild, type IParagraphOptions, Packer, Paragraph } from 'docx'
import type { Handout } from '../../shared/model/handouts/handout.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { breakTitle } from '../../shared/model/title-lines.ts'
import { fontTableXml } from './fonts.ts'
import { pageFooters } from './footers.ts'
import { handoutDesign } from './handout-design.ts'
import { handoutTable } from './handout-table.ts'
import { nameCards } from './name-cards.ts'
import { applicationPropertiesXml, corePropertiesXml, repack, replaceThemeFonts } from './package-parts.ts'
import type { PageDesign } from './page-design.ts'
import { RunWriter } from './run-writer.ts'
import { type HandoutStyle, TITLE_BREAK_STYLE } from './style-names.ts'
import { stylesXml } from './styles-xml.ts'
import { writable } from './xml.ts'

interface HandoutInput {
  handout: Handout
  settings: Settings
  author: string
  /** ISO time for the document properties. */
  date: string
}

/** Twips. Across, the footer's own line is empty: the number lies at another edge (see turned-footer.ts). */
const EMPTY_FOOTER = 567

type HandoutsInput = Omit<HandoutInput, 'handout'> & { handouts: readonly Handout[] }

function sheet({ title, lines, table, notes }: Handout, design: PageDesign): FileChild[] {
  const { fonts } = design
  const writer = new RunWriter(fonts.latin)
  const paragraph = (style: HandoutStyle, text: string, more: Partial<IParagraphOptions>) =>
    new Paragraph({ style, ...more, children: writer.runs(fonts.body, writable(text)) })
  const perLine = Math.floor(design.textWidth / (design.titleSize * 20))
  const titleRuns = breakTitle(writable(title), perLine).flatMap((line, index) => [
    ...(index > 0 ? [writer.lineBreak(fonts.title, TITLE_BREAK_STYLE.id)] : []),
    ...writer.runs(fonts.title, line),
  ])
  return [
    new Paragraph({ style: 'Title', children: titleRuns, keepNext: true, spacing: { after: 240 } }),
    ...lines.map((line, index) => {
      const spacing = index === lines.length - 1 ? { spacing: { after: 100 } } : {}
      return paragraph('HuibeiHandoutLine', line, { keepNext: true, ...spacing })
    }),
    ...(table ? [handoutTable(table, design, writer, { withNotes: notes.length > 0 })] : []),
    ...notes.map((note, index) => paragraph('HuibeiHandoutNote', note, { keepNext: index < notes.length - 1 })),
  ]
}

/** A handout of a meeting as a Word document. Pure: the same input gives the same bytes. */
export function exportHandout({ handout, ...rest }: HandoutInput): Promise<Uint8Array> {
  return exportHandouts({ handouts: [handout], ...rest })
}

/** Several handouts of one orientation in one Word document, each from a new page. */
export async function exportHandouts(input: HandoutsInput): Promise<Uint8Array> {
  const { handouts, settings, author, date } = input
  const landscape = handouts[0]?.landscape ?? false
  const design = handoutDesign(settings, landscape)
  const { width, height, margin, footerDistance, fonts } = design
  const document = new Document({
    evenAndOddHeaderAndFooters: design.pageNumber === 'outside' && handouts.every(({ kind }) => kind !== 'name-cards'),
    compatibility: { version: 15 },
    sections: handouts.map((handout) => ({
      properties: {
        page: {
          size: { width, height },
          margin: { ...margin, header: 851, footer: landscape ? EMPTY_FOOTER : footerDistance, gutter: 0 },
        },
      },
      ...(handout.kind === 'name-cards' ? {} : { footers: pageFooters(design) }),
      children: handout.kind === 'name-cards' ? nameCards(handout.cards, design) : sheet(handout, design),
    })),
  })
  // Told the orientation, the library would turn width and height a second time.
  const orient = (xml: string) =>
    landscape ? xml.replace(/(<w:pgSz [^>]*?)w:orient="portrait"/g, '$1w:orient="landscape"') : xml
  return repack(new Uint8Array(await Packer.toArrayBuffer(document)), {
    'word/document.xml': orient,
    'word/styles.xml': stylesXml(design, 'handout'),
    'word/fontTable.xml': fontTableXml(fonts),
    'word/theme/theme1.xml': (xml) => replaceThemeFonts(xml, fonts.body, fonts.latin),
    'docProps/core.xml': corePropertiesXml({ title: handouts[0]?.title ?? '', author, date }),
    'docProps/app.xml': applicationPropertiesXml(),
  })
}
