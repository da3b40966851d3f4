import type { Settings } from '../../shared/model/settings.ts'
import { type PageDesign, pageDesign } from './page-design.ts'

/** Turned by a quarter, the binding edge comes to lie above the table (GB/T 9704-2012, 8). */
function turned({ width, height, margin }: PageDesign): Pick<PageDesign, 'width' | 'height' | 'margin' | 'textWidth'> {
  const turnedMargin = { top: margin.left, bottom: margin.right, left: margin.bottom, right: margin.top }
  return {
    width: height,
    height: width,
    margin: turnedMargin,
    textWidth: height - turnedMargin.left - turnedMargin.right,
  }
}

/** The page of a handout: that of the office's papers, without the grid of 22 lines. */
export function handoutDesign(settings: Settings, landscape: boolean): PageDesign {
  const page: PageDesign = { ...pageDesign(settings, 'standard'), characterSpacing: 0, justified: false, grid: 'none' }
  return landscape ? { ...page, ...turned(page) } : page
}
