import { Paragraph } from 'docx'
import { CARD, nameCard } from '../../shared/model/handouts/name-card.ts'
import { DrawingRun, textBoxXml } from './drawing-run.ts'
import type { PageDesign } from './page-design.ts'
import { escapeXml } from './xml.ts'

/** English metric units to the millimetre. */
const EMU = 36_000
const UPSIDE_DOWN = 10_800_000

/** One half of a card: a text box that lies on half of the sheet, turned round for those on the other side. */
function half(name: string, id: number, upper: boolean, { fonts }: PageDesign): string {
  const { lines, size, spacing } = nameCard(name)
  const [width, height] = [CARD.width * EMU, CARD.height * EMU]
  const font = escapeXml(fonts.title)
  const latin = escapeXml(fonts.latin)
  const look = [
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${font}" w:cs="${latin}"/>`,
    `<w:b w:val="${fonts.titleBold ? 1 : 0}"/>`,
    spacing > 0 ? `<w:spacing w:val="${spacing * 20}"/>` : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`,
  ].join('')
  const content = lines.map((line) =>
    [
      '<w:p><w:pPr><w:pStyle w:val="HuibeiNameCard"/>',
      `<w:spacing w:line="${Math.round(size * 1.2) * 20}" w:lineRule="exact"/>`,
      // The last character has room behind it as well; the same before the first keeps the name in the middle.
      `<w:ind w:left="${spacing * 20}" w:firstLine="0"/></w:pPr>`,
      `<w:r>${look}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
    ].join(''),
  )
  return textBoxXml({
    id,
    name: `${upper ? '桌签背面' : '桌签正面'}${id}`,
    left: 0,
    top: upper ? 0 : height,
    width,
    height,
    ...(upper ? { rotation: UPSIDE_DOWN } : {}),
    direction: 'horz',
    anchor: 'ctr',
    wrap: false,
    content: content.join(''),
  })
}

/** One sheet for each name, to be folded along the middle: the name stands on both sides. */
export function nameCards(names: readonly string[], design: PageDesign): Paragraph[] {
  return names.map((name, index) => {
    const [upper, lower] = [true, false].map(
      (isUpper) => new DrawingRun(half(name, index * 2 + (isUpper ? 1 : 2), isUpper, design), design.fonts),
    )
    return new Paragraph({
      style: 'HuibeiNameCard',
      pageBreakBefore: index > 0,
      children: [upper, lower].filter((run) => run !== undefined),
    })
  })
}
