import type { Settings } from '../../shared/model/settings.ts'

/** Font names by their part in a paper (GB/T 9704-2012: 小标宋, 仿宋, 楷体, 黑体, 宋体). */
export interface PaperFonts {
  title: string
  /** 小标宋 is heavy by itself; a stand-in from Windows has to be set bold. */
  titleBold: boolean
  body: string
  kai: string
  hei: string
  song: string
  latin: string
}

const STANDARD: PaperFonts = {
  title: '方正小标宋简体',
  titleBold: false,
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  latin: 'Times New Roman',
}

/** Windows brings neither 小标宋 nor the _GB2312 names. */
const WINDOWS: PaperFonts = { ...STANDARD, title: '宋体', titleBold: true, body: '仿宋', kai: '楷体' }

export function paperFonts({ fonts, customFonts }: Settings['layout']): PaperFonts {
  if (fonts === 'standard') return STANDARD
  if (fonts === 'windows') return WINDOWS
  const chosen = Object.entries(customFonts).filter(([, name]) => name.trim() !== '')
  return { ...STANDARD, ...Object.fromEntries(chosen) }
}
