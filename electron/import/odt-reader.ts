import { formatNumber } from './docx-numbering.ts'
import type { DocxParagraph, DocxText } from './docx-reader.ts'
import { readXml } from './xml-reader.ts'

/** Elements whose text is none of the paper as it stands. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:note',
  'office:annotation',
  'text:sequence-decls',
  'text:index-title-template',
  'text:ruby-text',
  'svg:title',
  'svg:desc',
])
const NOTES: Record<string, string> = {
  'text:tracked-changes': '文件里有修订痕迹，已按接受全部修订后的文字读入。',
  'table:table': '文件里有表格，已按单元格顺序逐段读入。',
  'draw:image': '文件里有图片或图形，没有读入。',
  'text:note': '文件里有脚注或尾注，没有读入。',
  'office:annotation': '文件里有批注，批注没有读入。',
}
/** A run of blanks longer than this is no text. */
const MOST_BLANKS = 200
/** OpenDocument numbers levels from one, and no word processor has more. */
const MOST_LEVELS = 10

interface ListLevel {
  format: string
  prefix: string
  suffix: string
  start: number
}

interface Style {
  name: string
  parent: string | null
  list: string | null
  outline: number | null
}

interface OpenList {
  style: string | null
  level: number
  /** The first paragraph of an item carries its number. */
  fresh: boolean
}

const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const wordFormat = (format: string) => FORMATS[format] ?? (/[一壹]/.test(format) ? 'chineseCounting' : 'decimal')

/** Names of styles as they are shown: _4f1a_ stands for a character in a style's own name. */
function shownName(name: string): string {
  return name.replace(/_([0-9a-f]{2,5})_/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** The styles and lists of an OpenDocument text, from both of its parts. */
class OdtStyles {
  readonly styles = new Map<string, Style>()
  readonly lists = new Map<string, Map<number, ListLevel>>()

  read(xml: string): void {
    let list: Map<number, ListLevel> | null = null
    readXml(xml, {
      open: (name, attribute) => {
        if (name === 'style:style' && attribute('style:family') === 'paragraph') {
          const id = attribute('style:name') ?? ''
          this.styles.set(id, {
            name: attribute('style:display-name') ?? shownName(id),
            parent: attribute('style:parent-style-name'),
            list: attribute('style:list-style-name'),
            outline: Number(attribute('style:default-outline-level')) || null,
          })
        } else if (name === 'text:list-style') {
          list = new Map()
          this.lists.set(attribute('style:name') ?? '', list)
        } else if (list && name === 'text:list-level-style-number')
          list.set(Number(attribute('text:level')) || 1, {
            format: attribute('style:num-format') ?? '',
            prefix: attribute('style:num-prefix') ?? '',
            suffix: attribute('style:num-suffix') ?? '',
            start: Number(attribute('text:start-value')) || 1,
          })
      },
      close: (name) => {
        if (name === 'text:list-style') list = null
      },
    })
  }

  /** The named style a paragraph has, past the automatic ones that only carry direct formatting. */
  named(id: string | null): Style | null {
    const seen = new Set<string>()
    for (let next = id; next !== null && !seen.has(next); ) {
      seen.add(next)
      const style = this.styles.get(next)
      if (!style) return null
      if (!/^P\d+$/.test(next)) return style
      next = style.parent
    }
    return null
  }
}

/** Reads content.xml of an OpenDocument text with its styles. @throws Failure `unreadable-file` */
export function readOdt(content: string, stylesXml: string | null): DocxText {
  const styles = new OdtStyles()
  if (stylesXml !== null) styles.read(stylesXml)
  styles.read(content)
  const paragraphs: DocxParagraph[] = []
  const notes = new Set<string>()
  const counts = new Map<string, number[]>()
  const lists: OpenList[] = []
  const open: DocxParagraph[] = []
  let inBody = false
  let skipping: string | null = null
  let skipDepth = 0

  const add = (text: string) => {
    const paragraph = open.at(-1)
    const last = paragraph?.pieces.at(-1)
    if (last) last.text += text
    else paragraph?.pieces.push({ text, style: '' })
  }
  const numberOf = (list: OpenList): string => {
    const style = list.style ?? ''
    const own = styles.lists.get(style)?.get(list.level)
    if (!own || own.format === '') return ''
    const count = counts.get(style) ?? []
    counts.set(style, count)
    count[list.level] = (count[list.level] ?? own.start - 1) + 1
    count.length = list.level + 1
    return own.prefix + formatNumber(count[list.level] ?? 1, wordFormat(own.format)) + own.suffix
  }

  const openElement = (name: string, attribute: (name: string) => string | null) => {
    switch (name) {
      case 'office:text':
        inBody = true
        break
      case 'text:list': {
        const outer = lists.at(-1)
        const level = Math.min(MOST_LEVELS, (outer?.level ?? 0) + 1)
        const style = attribute('text:style-name') ?? outer?.style ?? null
        lists.push({ style, level, fresh: false })
        break
      }
      case 'text:list-item': {
        const list = lists.at(-1)
        if (list) list.fresh = true
        break
      }
      case 'text:p':
      case 'text:h': {
        const style = styles.named(attribute('text:style-name'))
        const list = lists.at(-1)
        const outline = name === 'text:h' ? Number(attribute('text:outline-level')) || 1 : (style?.outline ?? null)
        const autoNumber = list?.fresh ? numberOf(list) : ''
        if (list) list.fresh = false
        open.push({ pieces: [], style: style?.name ?? '', outline, autoNumber })
        break
      }
      case 'text:s':
        add(' '.repeat(Math.min(MOST_BLANKS, Number(attribute('text:c')) || 1)))
        break
      case 'text:tab':
        add('\t')
        break
      case 'text:line-break':
        add('\n')
        break
    }
  }

  readXml(content, {
    open(name, attribute) {
      const note = NOTES[name]
      if (note !== undefined) notes.add(note)
      if (skipping !== null) {
        if (name === skipping) skipDepth += 1
      } else if (SKIPPED.has(name)) {
        skipping = name
        skipDepth = 1
      } else if (inBody || name === 'office:text') openElement(name, attribute)
    },
    close(name) {
      if (skipping !== null) {
        if (name === skipping) skipDepth -= 1
        if (skipDepth === 0) skipping = null
        return
      }
      if (name === 'text:list') lists.pop()
      if (name === 'text:p' || name === 'text:h') {
        const done = open.pop()
        if (done) paragraphs.push(done)
      }
    },
    text(text) {
      // Line ends in the file are only layout of the file.
      if (skipping === null && open.length > 0) add(text.replace(/[\n\t ]+/g, ' '))
    },
  })
  return { paragraphs, notes: [...notes] }
}
