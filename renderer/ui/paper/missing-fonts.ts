import { FONT_ALIASES, type FontRole, fontNames, substituteFont } from '../../../shared/model/font-substitutes.ts'
import type { Settings } from '../../../shared/model/settings.ts'

export interface MissingFont {
  name: string
  /** What Word takes for it, because the exported file says so; null where it is left to Word. */
  instead: string | null
}

const known = new Map<string, Promise<boolean>>()

/** By its very name: a search by style would be answered with some other font. */
function isInstalled(name: string): Promise<boolean> {
  const asked = known.get(name)
  if (asked) return asked
  const names = [name, ...(FONT_ALIASES[name] ?? [])].map((one) => `local("${one.replace(/["\\]/g, '')}")`)
  const answer = new FontFace('Huibei Probe', names.join(', ')).load().then(
    () => true,
    () => false,
  )
  known.set(name, answer)
  return answer
}

/** The fonts of the office's papers that this computer lacks. */
export async function missingFonts(layout: Settings['layout']): Promise<MissingFont[]> {
  const names = Object.entries(fontNames(layout)) as [FontRole, string][]
  const found = await Promise.all(
    names.map(async ([role, name]) => ({ name, instead: substituteFont(role, name), there: await isInstalled(name) })),
  )
  const missing = found.filter(({ there }) => !there).map(({ name, instead }) => ({ name, instead }))
  return missing.filter(({ name }, index) => missing.findIndex((other) => other.name === name) === index)
}

/** 这台电脑没有“仿宋_GB2312”，Word 会改用“仿宋”. */
export function missingFontText({ name, instead }: MissingFont): string {
  const other = instead ? `“${instead}”，连它也没有时用宋体` : '宋体一类的字体'
  return `这台电脑没有装“${name}”：在这台电脑的 Word 里会显示成${other}；预览和打印用相近的字体`
}
