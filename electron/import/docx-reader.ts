import { AutoNumbers } from './docx-numbering.ts'
import { DocxStyles } from './docx-styles.ts'
import { readXml } from './xml-reader.ts'

/** A stretch of a paragraph in one character style. */
export interface DocxPiece {
  text: string
  /** Name of the character style, '' for none. */
  style: string
}

export interface DocxParagraph {
  pieces: DocxPiece[]
  /** Name of the paragraph style, '' for none. */
  style: string
  /** 1–9 when the paragraph is part of the outline. */
  outline: number | null
  /** The number Word draws before it, '' for none. */
  autoNumber: string
}

export interface DocxText {
  paragraphs: DocxParagraph[]
  notes: string[]
}

/** Elements whose content is no text of the paper as it stands: deletions, field codes, the second form of a shape. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
])

const NOTES: Record<string, string> = {
  'w:ins': '文件里有修订痕迹，已按接受全部修订后的文字读入。',
  'w:del': '文件里有修订痕迹，已按接受全部修订后的文字读入。',
  'w:tbl': '文件里有表格，已按单元格顺序逐段读入。',
  'w:txbxContent': '文件里有文本框，框里的文字放在所在段落之前。',
  'w:drawing': '文件里有图片或图形，没有读入。',
  'w:pict': '文件里有图片或图形，没有读入。',
  'w:footnoteReference': '文件里有脚注，脚注没有读入。',
  'w:endnoteReference': '文件里有尾注，尾注没有读入。',
  'w:commentReference': '文件里有批注，批注没有读入。',
}

interface OpenParagraph extends DocxParagraph {
  styleId: string | null
  list: { id: string | null; level: number | null }
  directOutline: number | null
}

const isOff = (value: string | null) => value === '0' || value === 'false' || value === 'off'

/** Reads word/document.xml with its styles and lists. @throws Failure `unreadable-file` */
export function readDocument(document: string, stylesXml: string | null, numberingXml: string | null): DocxText {
  const styles = new DocxStyles(stylesXml)
  const numbers = new AutoNumbers(numberingXml)
  const paragraphs: DocxParagraph[] = []
  const notes = new Set<string>()
  // A text box stands inside a paragraph and holds paragraphs itself.
  const open: OpenParagraph[] = []
  let skipping: string | null = null
  let skipDepth = 0
  let inText = false
  let runStyle = ''
  let hidden = false

  const add = (text: string) => {
    const paragraph = open.at(-1)
    if (!paragraph || hidden || text === '') return
    const last = paragraph.pieces.at(-1)
    if (last && last.style === runStyle) last.text += text
    else paragraph.pieces.push({ text, style: runStyle })
  }

  const finish = ({ pieces, styleId, list, directOutline }: OpenParagraph) => {
    const facts = styles.facts(styleId)
    const listId = list.id ?? facts.list?.id ?? null
    const outline = directOutline ?? facts.outline
    const empty = pieces.every(({ text }) => text.trim() === '')
    // List 0 takes a paragraph out of the list of its style.
    const numbered = listId !== null && listId !== '0' && !empty
    const level = list.level ?? facts.list?.level ?? numbers.levelOfStyle(listId ?? '', styleId ?? '')
    paragraphs.push({
      pieces,
      style: facts.name,
      outline: outline !== null && outline >= 0 && outline < 9 ? outline + 1 : null,
      autoNumber: numbered ? numbers.next(listId, level) : '',
    })
  }

  const openElement = (name: string, attribute: (name: string) => string | null) => {
    const paragraph = open.at(-1)
    switch (name) {
      case 'w:p':
        open.push({
          pieces: [],
          style: '',
          outline: null,
          autoNumber: '',
          styleId: null,
          list: { id: null, level: null },
          directOutline: null,
        })
        break
      case 'w:pStyle':
        if (paragraph) paragraph.styleId = attribute('w:val')
        break
      case 'w:numId':
        if (paragraph) paragraph.list.id = attribute('w:val')
        break
      case 'w:ilvl':
        if (paragraph) paragraph.list.level = Number(attribute('w:val'))
        break
      case 'w:outlineLvl':
        if (paragraph) paragraph.directOutline = Number(attribute('w:val'))
        break
      case 'w:r':
        runStyle = ''
        hidden = false
        break
      case 'w:rStyle':
        runStyle = styles.name(attribute('w:val'))
        break
      case 'w:vanish':
        hidden = !isOff(attribute('w:val'))
        break
      case 'w:t':
        inText = true
        break
      case 'w:tab':
      case 'w:ptab':
        // Inside w:tabs it only says where tabs stop.
        if (attribute('w:pos') === null) add('\t')
        break
      case 'w:br':
      case 'w:cr':
        add('\n')
        break
      case 'w:noBreakHyphen':
        add('-')
        break
    }
  }

  readXml(document, {
    open(name, attribute) {
      const note = NOTES[name]
      if (note !== undefined) notes.add(note)
      if (skipping !== null) {
        if (name === skipping) skipDepth += 1
      } else if (SKIPPED.has(name)) {
        skipping = name
        skipDepth = 1
      } else openElement(name, attribute)
    },
    close(name) {
      if (skipping !== null) {
        if (name === skipping) skipDepth -= 1
        if (skipDepth === 0) skipping = null
        return
      }
      if (name === 'w:t') inText = false
      if (name === 'w:p') {
        const paragraph = open.pop()
        if (paragraph) finish(paragraph)
      }
    },
    text(text) {
      if (inText && skipping === null) add(text)
    },
  })
  return { paragraphs, notes: [...notes] }
}
