import { ImportedXmlComponent, type IRunOptions, TextRun } from 'docx'
import { escapeXml } from './xml.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
/** Size of the pinyin, in parts of the character's. */
const SHARE = 0.42

interface RubyLook {
  chinese: string
  latin: string
  /** Points. */
  size: number
}

/** A character with its pinyin over it; for every reader of the text it is just the character. */
export class RubyRun extends TextRun {
  constructor(text: string, pinyin: string, { chinese, latin, size }: RubyLook, run: IRunOptions) {
    super(run)
    const [halfPoints, small] = [size * 2, Math.round(size * 2 * SHARE)]
    const [roman, han] = [escapeXml(latin), escapeXml(chinese)]
    const fonts = `<w:rFonts w:ascii="${roman}" w:hAnsi="${roman}" w:eastAsia="${han}" w:cs="${roman}" w:hint="eastAsia"/>`
    this.root.push(
      ImportedXmlComponent.fromXmlString(
        `<w:ruby ${NAMESPACE}><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="${small}"/>` +
          `<w:hpsRaise w:val="${halfPoints - 4}"/><w:hpsBaseText w:val="${halfPoints}"/><w:lid w:val="zh-CN"/></w:rubyPr>` +
          `<w:rt><w:r><w:rPr>${fonts}<w:sz w:val="${small}"/></w:rPr><w:t>${escapeXml(pinyin)}</w:t></w:r></w:rt>` +
          `<w:rubyBase><w:r><w:rPr>${fonts}</w:rPr><w:t>${escapeXml(text)}</w:t></w:r></w:rubyBase></w:ruby>`,
      ),
    )
  }
}
