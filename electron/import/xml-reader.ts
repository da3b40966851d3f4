import { Failure } from '../../shared/contract/failures.ts'
import { DEEPEST_XML } from './limits.ts'

/** What a reader of XML is told, in the order of the file. Names come with the prefix the file uses. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | null): void
  close(name: string): void
  text?(text: string): void
}

const broken = () => new Failure('unreadable-file', '文件内容已经损坏，读不出文字。')

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntity(whole: string, name: string): string {
  const code = /^#x[0-9a-f]{1,6}$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d{1,7}$/.test(name)
      ? Number(name.slice(1))
      : null
  if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return NAMED[name] ?? whole
}

const decode = (text: string) => (text.includes('&') ? text.replace(/&([#\w]{1,10});/g, decodeEntity) : text)

/** Where a tag ends: a > inside a quoted value does not end it. */
function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let index = from; index < xml.length; index++) {
    const char = xml.charAt(index)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return index
  }
  throw broken()
}

/**
 * Reads XML as it stands in office documents. No document types, hence no entities of the file's own (the road of
 * every XML attack); nesting is limited. Linear in the length.
 * @throws Failure `unreadable-file`
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const text = xml.slice(at, tag < 0 ? xml.length : tag)
    if (text !== '' && open.length > 0) handler.text?.(decode(text.replace(/\r\n?/g, '\n')))
    if (tag < 0) break
    if (xml.startsWith('<!--', tag)) at = endOf(xml, '-->', tag)
    else if (xml.startsWith('<?', tag)) at = endOf(xml, '?>', tag)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = endOf(xml, ']]>', tag)
      handler.text?.(xml.slice(tag + 9, at - 3))
    } else if (xml.startsWith('<!', tag)) throw broken()
    else {
      const end = tagEnd(xml, tag + 1)
      at = end + 1
      if (xml.charAt(tag + 1) === '/') {
        const name = xml.slice(tag + 2, end).trim()
        if (open.pop() !== name) throw broken()
        handler.close(name)
        continue
      }
      const empty = xml.charAt(end - 1) === '/'
      const inside = xml.slice(tag + 1, empty ? end - 1 : end)
      const name = /^[^\s/]+/.exec(inside)?.[0]
      if (!name) throw broken()
      handler.open(name, (wanted) => attributeValue(inside, wanted))
      if (empty) handler.close(name)
      else if (open.push(name) > DEEPEST_XML) throw broken()
    }
  }
  if (open.length > 0) throw broken()
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw broken()
  return at + mark.length
}

function attributeValue(inside: string, wanted: string): string | null {
  // Sticky: it goes on from attribute to attribute and stops at the first that is none.
  const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  attribute.lastIndex = inside.search(/\s|$/)
  for (let match = attribute.exec(inside); match; match = attribute.exec(inside))
    if (match[1] === wanted) return decode(match[2] ?? match[3] ?? '')
  return null
}
