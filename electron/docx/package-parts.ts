import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { escapeXml } from './xml.ts'

/** The earliest time a zip can hold; the same in every file, so that the same paper gives the same bytes. */
const ZIP_TIME = '1980-01-01T00:00:00'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Document properties: what Word shows under 文件 → 信息. Times are the paper's own, not the clock's. */
export function corePropertiesXml({ title, author, date }: { title: string; author: string; date: string }): string {
  const time = new Date(date)
  const stamp = `${(Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString().slice(0, 19)}Z`
  const person = escapeXml(author)
  return [
    XML,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${person}</dc:creator>`,
    `<cp:lastModifiedBy>${person}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified><dc:language>zh-CN</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
}

export function applicationPropertiesXml(): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
  return `${XML}<Properties xmlns="${namespace}"><Application>会备</Application></Properties>`
}

/** Fonts of the theme, which WPS reports as missing where this computer lacks them: none but those of the paper. */
export function replaceThemeFonts(themeXml: string, chinese: string, latin: string): string {
  const fonts = `<a:latin typeface="${escapeXml(latin)}"/><a:ea typeface="${escapeXml(chinese)}"/><a:cs typeface=""/>`
  return themeXml.replace(/(<a:(?:major|minor)Font>).*?(<\/a:(?:major|minor)Font>)/gs, `$1${fonts}$2`)
}

/** Parts that every file of the library has and no paper of ours needs; they name styles that we do not define. */
const UNUSED = ['footnotes.xml', 'endnotes.xml', 'numbering.xml']
const isNamed = (name: string, part: string) => name.endsWith(`/${part}`) || name.endsWith(`/${part}.rels`)

/** Relationships and content types without those of parts that are not there. */
function withoutUnused(xml: string, isUnused: (name: string) => boolean): string {
  return xml.replace(
    /<(?:Relationship|Override) [^>]*?(?:Target|PartName)="([^"]*)"[^>]*>/g,
    (element, target: string) => (isUnused(`/${target}`) ? '' : element),
  )
}

/** Puts parts of a .docx in place of others. Same input, same bytes. */
export function repack(bytes: Uint8Array, replace: Record<string, string | ((xml: string) => string)>): Uint8Array {
  const parts = unzipSync(bytes)
  const custom = parts['docProps/custom.xml']
  const hasProperties = custom !== undefined && strFromU8(custom).includes('<property ')
  const unused = hasProperties ? UNUSED : [...UNUSED, 'custom.xml']
  const isUnused = (name: string) => unused.some((part) => isNamed(name, part))
  const zipped: Zippable = {}
  for (const name of Object.keys(parts).sort(contentTypesFirst)) {
    const part = parts[name]
    if (!part || isUnused(name)) continue
    const replacement = /\.rels$|^\[Content_Types\]/.test(name)
      ? (xml: string) => withoutUnused(xml, isUnused)
      : replace[name]
    zipped[name] =
      replacement === undefined
        ? part
        : strToU8(typeof replacement === 'string' ? replacement : replacement(strFromU8(part)))
  }
  return zipSync(zipped, { mtime: ZIP_TIME, level: 6 })
}

/** Readers that stream expect the list of types at the front. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
