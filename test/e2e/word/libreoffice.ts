import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const FONTS = join(import.meta.dirname, '..', '..', 'fixtures', 'fonts', 'fonts.conf')

/** Converts files inside `folder` with LibreOffice, its own profile and the stand-in fonts; returns the new paths. */
export function convert(
  soffice: string,
  folder: string,
  target: 'pdf' | 'docx' | 'doc' | 'odt',
  files: string[],
): string[] {
  const out = join(folder, `to-${target}`)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  execFileSync(soffice, [profile, '--headless', '--convert-to', target, '--outdir', out, ...files], {
    env: { ...process.env, HOME: folder, FONTCONFIG_FILE: FONTS },
    stdio: 'ignore',
    timeout: 100_000,
  })
  return files.map((file) => join(out, basename(file).replace(/\.docx$/, `.${target}`)))
}

/** The lines of each page, without the blank ones. */
export function pageLines(pdftotext: string, pdf: string): string[][] {
  const text = execFileSync(pdftotext, ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 50_000_000 })
  const pages = text.split('\f').slice(0, -1)
  return pages.map((page) =>
    page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
}

export interface Stroke {
  /** Millimetres from the left and upper edge of the page. */
  left: number
  right: number
  y: number
}

const DPI = 300
const mm = (pixels: number) => (pixels / DPI) * 25.4

/** The unbroken horizontal strokes of at least `length` mm below `from` mm on a page: the dashes of its number. */
export function strokes(pdftoppm: string, pdf: string, page: number, from: number, length: number): Stroke[] {
  const image = execFileSync(pdftoppm, ['-r', `${DPI}`, '-gray', '-f', `${page}`, '-l', `${page}`, pdf], {
    maxBuffer: 100_000_000,
  })
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))
  if (!header) throw new Error('not a grey image')
  const [width, height] = [Number(header[1]), Number(header[2])]
  const pixels = image.subarray(header[0].length)
  const found: Stroke[] = []
  for (let y = Math.floor((from / 25.4) * DPI); y < height; y++) {
    for (let x = 0, start = -1; x <= width; x++) {
      const dark = x < width && (pixels[y * width + x] ?? 255) < 128
      if (dark && start < 0) start = x
      if (!dark && start >= 0) {
        if (mm(x - start) >= length) found.push({ left: mm(start), right: mm(x), y: mm(y + 0.5) })
        start = -1
      }
    }
  }
  return found
}
