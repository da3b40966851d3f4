import { type FontRole, fontNames, substituteFont } from '../../shared/model/font-substitutes.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { escapeXml } from './xml.ts'

/** Font names by their part in a paper. */
export interface PaperFonts extends Record<FontRole, string> {
  /** 小标宋 is heavy by itself; a stand-in from Windows has to be set bold. */
  titleBold: boolean
}

export function paperFonts(layout: Settings['layout']): PaperFonts {
  return { ...fontNames(layout), titleBold: layout.fonts === 'windows' }
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** GB 2312, by which a Chinese font is known. */
const CHINESE_CHARSET = '86'

/** word/fontTable.xml: for each font the one to take where it is not installed, so that Word need not guess. */
export function fontTableXml(fonts: PaperFonts): string {
  const { titleBold: _bold, ...names } = fonts
  const seen = new Set<string>()
  const entries = Object.entries(names).flatMap(([role, name]) => {
    if (seen.has(name)) return []
    seen.add(name)
    const other = substituteFont(role as FontRole, name)
    const charset = role === 'latin' ? '00' : CHINESE_CHARSET
    return [
      `<w:font w:name="${escapeXml(name)}">${other ? `<w:altName w:val="${escapeXml(other)}"/>` : ''}` +
        `<w:charset w:val="${charset}"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
    ]
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${entries.join('')}</w:fonts>`
}
