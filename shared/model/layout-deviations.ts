import { fontNames } from './font-substitutes.ts'
import { pageNumberText } from './page-number.ts'
import { pagePreset } from './page-presets.ts'
import type { Settings } from './settings.ts'

export interface LayoutDeviation {
  /** What is different, as a sentence for the user. */
  text: string
  /** The clause of GB/T 9704-2012. */
  source: string
}

const STANDARD = { top: 37, bottom: 35, left: 28, right: 26 } as const
/** Millimetres between the type area and the page number (7.5). */
const GAP = 7
const SIDES = { top: '上', bottom: '下', left: '左', right: '右' } as const
/** The standard allows a millimetre either way (5.2.1). */
const TOLERANCE = 1

const CLASSES = [
  { role: 'title', words: '标题', wanted: '小标宋体', name: /小标宋|XiaoBiaoSong/i, clause: '7.3.1' },
  { role: 'body', words: '正文', wanted: '仿宋体', name: /仿宋|FangSong/i, clause: '5.2.2' },
  { role: 'kai', words: '二级标题', wanted: '楷体', name: /楷|Kai/i, clause: '7.3.3' },
  { role: 'hei', words: '一级标题', wanted: '黑体', name: /黑|Hei/i, clause: '7.3.3' },
  { role: 'song', words: '页码', wanted: '宋体', name: /宋|Song|SimSun/i, clause: '7.5' },
] as const

/** What differs where an office has figures of its own for the page. */
function ownPage(layout: Settings['layout'], add: (text: string, clause: string) => void): void {
  for (const [side, label] of Object.entries(SIDES)) {
    const own = layout.margins[side as keyof typeof STANDARD]
    const wanted = STANDARD[side as keyof typeof STANDARD]
    if (Math.abs(own - wanted) > TOLERANCE) add(`${label}页边距是 ${own} 毫米，国标是 ${wanted} 毫米`, '5.2.1')
  }
  const width = 210 - layout.margins.left - layout.margins.right
  const perLine = Math.floor((width * 72) / 25.4 / 16 + 0.4)
  if (perLine !== 28) add(`每行约 ${perLine} 字，国标一般是 28 字`, '5.2.3')
  const height = 297 - layout.margins.top - layout.margins.bottom
  const lines = Math.floor((height * 72) / 25.4 / layout.linePitch + 0.01)
  if (lines !== 22) add(`每页约 ${lines} 行，国标一般是 22 行`, '5.2.3')
  if (Math.abs(layout.pageNumberGap - GAP) > TOLERANCE)
    add(`页码离版心 ${layout.pageNumberGap} 毫米，国标是 ${GAP} 毫米`, '7.5')
}

/** Everything an office has set so that a reader can see it is not as GB/T 9704-2012 wants it. */
export function layoutDeviations(layout: Settings['layout']): LayoutDeviation[] {
  const found: LayoutDeviation[] = []
  const add = (text: string, clause: string) => found.push({ text, source: `GB/T 9704—2012 ${clause}` })

  const preset = pagePreset(layout)
  if (preset?.id === 'compensated')
    add('版心用“扣除首行行距”一套：上 34.58 毫米、行距 29.45 磅，国标字面是上 37 毫米', '5.2.1')
  else if (preset === null) ownPage(layout, add)

  const fonts = fontNames(layout)
  for (const { role, words, wanted, name, clause } of CLASSES)
    if (!name.test(fonts[role])) add(`${words}用“${fonts[role]}”，国标用${wanted}`, clause)

  if (layout.boldLevel2) add('二级标题加粗，国标不加粗', '7.3.3')
  if (layout.boldLevel3) add('三级标题加粗，国标不加粗', '7.3.3')
  if (layout.pageNumber === 'centre') add('页码居中，国标是单页居右、双页居左', '7.5')
  if (layout.pageNumber === 'none') add('没有页码，国标要编页码', '7.5')
  else if (layout.pageNumberForm !== 'spaced')
    add(`页码写作“${pageNumberText(layout.pageNumberForm, 1, 8)}”，国标是数字两边各一条一字线`, '7.5')
  return found
}
