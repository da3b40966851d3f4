import type { Settings } from '../../../shared/model/settings.ts'
import { isStandardWidth } from './page-geometry.ts'

type Layout = Settings['layout']

const chain = (...families: string[]): string =>
  families.map((family) => `"${family.replace(/["\\]/g, '')}"`).join(', ')

function families(layout: Layout): Record<'title' | 'body' | 'kai' | 'hei' | 'song', string[]> {
  const plain = {
    title: ['Paper Biaosong'],
    body: ['Paper Fangsong'],
    kai: ['Paper Kaiti'],
    hei: ['Paper Heiti'],
    song: ['Paper Songti'],
  }
  if (layout.fonts === 'windows')
    return {
      ...plain,
      title: ['Paper Songti'],
      body: ['Paper Fangsong Windows', ...plain.body],
      kai: ['Paper Kaiti Windows', ...plain.kai],
    }
  if (layout.fonts !== 'custom') return plain
  const own = layout.customFonts
  return {
    title: [own.title, ...plain.title],
    body: [own.body, ...plain.body],
    kai: [own.kai, ...plain.kai],
    hei: [own.hei, ...plain.hei],
    song: [own.song, ...plain.song],
  }
}

/** The custom properties paper.css reads, from an office's layout; `zoom` 1 is the printed size. */
export function paperStyle(layout: Layout, zoom = 1): Record<string, string> {
  const { title, body, kai, hei, song } = families(layout)
  const { top, bottom, left, right } = layout.margins
  return {
    '--paper-zoom': String(zoom),
    '--paper-title': `${chain('Paper Latin', ...title)}, serif`,
    '--paper-body': `${chain('Paper Latin', ...body)}, serif`,
    '--paper-kai': `${chain('Paper Latin', ...kai)}, serif`,
    '--paper-hei': `${chain('Paper Latin', ...hei)}, sans-serif`,
    '--paper-song': `${chain(...song)}, serif`,
    // Windows brings no 小标宋; 宋体 stands in for it, bold.
    '--paper-weight-title': layout.fonts === 'windows' ? '700' : '400',
    '--paper-weight-2': layout.boldLevel2 ? '700' : '400',
    '--paper-weight-3': layout.boldLevel3 ? '700' : '400',
    '--paper-pitch': String(layout.linePitch / 16),
    '--paper-podium-pitch': String(layout.podiumLine),
    '--paper-squeeze': isStandardWidth(layout) ? '-0.01875em' : '0em',
    '--paper-align': isStandardWidth(layout) ? 'justify' : 'left',
    '--paper-number-gap': `${layout.pageNumberGap}mm`,
    '--paper-margin-top': `calc(${top}mm * ${zoom})`,
    '--paper-margin-bottom': `calc(${bottom}mm * ${zoom})`,
    '--paper-margin-left': `calc(${left}mm * ${zoom})`,
    '--paper-margin-right': `calc(${right}mm * ${zoom})`,
  }
}

/** Sets custom properties through the style object, which a strict content security policy allows. */
export function applyStyle(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value)
}
