import type { Settings } from './settings.ts'

type Page = Pick<Settings['layout'], 'margins' | 'linePitch' | 'pageNumberGap'>

export interface PagePreset extends Page {
  id: 'standard' | 'compensated'
  label: string
  note: string
}

/**
 * Two readings of the type area in GB/T 9704-2012, 5.2.1. The first takes the words as they stand. In the second the
 * half of the leading above the first line and below the last lies in the margin, as GB/T 33476.2-2016 reckons; the
 * page number stays where it is on the sheet.
 */
export const PAGE_PRESETS: readonly PagePreset[] = [
  {
    id: 'standard',
    label: '国标字面 37/28',
    note: '上 37、下 35、左 28、右 26 毫米，行距 28.95 磅',
    margins: { top: 37, bottom: 35, left: 28, right: 26 },
    linePitch: 28.95,
    pageNumberGap: 7,
  },
  {
    id: 'compensated',
    label: '扣除首行行距 34.58',
    note: '上 34.58、下 32.58、左 28、右 26 毫米，行距 29.45 磅',
    margins: { top: 34.58, bottom: 32.58, left: 28, right: 26 },
    linePitch: 29.45,
    pageNumberGap: 4.58,
  },
]

/** The preset an office uses; null when it has figures of its own. */
export function pagePreset({ margins, linePitch, pageNumberGap }: Page): PagePreset | null {
  const same = (preset: PagePreset) =>
    preset.linePitch === linePitch &&
    preset.pageNumberGap === pageNumberGap &&
    (['top', 'bottom', 'left', 'right'] as const).every((side) => preset.margins[side] === margins[side])
  return PAGE_PRESETS.find(same) ?? null
}
