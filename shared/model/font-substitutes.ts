import type { Settings } from './settings.ts'

export type FontRole = keyof Settings['layout']['customFonts']

/** Names under which systems list the same font (format of the list: Chinese name → others). */
export const FONT_ALIASES: Record<string, readonly string[]> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0'],
  方正小标宋_GBK: ['FZXiaoBiaoSong-B05', 'FZXBSK--GBK1-0'],
  仿宋_GB2312: ['FangSong_GB2312'],
  楷体_GB2312: ['KaiTi_GB2312'],
  仿宋: ['FangSong'],
  楷体: ['KaiTi'],
  黑体: ['SimHei'],
  宋体: ['SimSun'],
  华文中宋: ['STZhongsong'],
  华文仿宋: ['STFangsong'],
  华文楷体: ['STKaiti'],
  'Times New Roman': ['TimesNewRomanPSMT'],
}

/** What an exported file tells Word to take where a font is missing: fonts that come with Windows or with Office. */
const SUBSTITUTES: Record<FontRole, string> = {
  title: '华文中宋',
  body: '仿宋',
  kai: '楷体',
  hei: '黑体',
  song: '宋体',
  latin: 'Times New Roman',
}

/** The font Word takes instead; null where the file can name none but the font itself. */
export function substituteFont(role: FontRole, name: string): string | null {
  const other = SUBSTITUTES[role]
  return other === name ? null : other
}

/** The fonts a paper is set in, by their parts (GB/T 9704-2012: 小标宋, 仿宋, 楷体, 黑体, 宋体). */
export function fontNames({ fonts, customFonts }: Settings['layout']): Record<FontRole, string> {
  const standard = {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    kai: '楷体_GB2312',
    hei: '黑体',
    song: '宋体',
    latin: 'Times New Roman',
  }
  // Windows brings neither 小标宋 nor the _GB2312 names.
  if (fonts === 'windows') return { ...standard, title: '宋体', body: '仿宋', kai: '楷体' }
  if (fonts === 'standard') return standard
  const chosen = Object.entries(customFonts).filter(([, name]) => name.trim() !== '')
  return { ...standard, ...Object.fromEntries(chosen) }
}
