import { type IRunOptions, Tab, TextRun } from 'docx'
import { type ReadingChoice, readings } from '../../shared/text/readings.ts'
import { RubyRun } from './ruby-run.ts'

/** Runs that name their fonts, and say that “ ” — … belong to the Chinese one. */
export class RunWriter {
  private readonly latin: string
  private readonly choice: ReadingChoice | null
  private readonly size: number

  /** @param size of the letters in points, for the pinyin over them; @param choice what gets pinyin, null for nothing */
  constructor(latin: string, size = 0, choice: ReadingChoice | null = null) {
    this.latin = latin
    this.size = size
    this.choice = choice
  }

  private font(chinese: string) {
    return { ascii: this.latin, hAnsi: this.latin, cs: this.latin, eastAsia: chinese, hint: 'eastAsia' }
  }

  /** None for an empty text. Tabs and line breaks inside w:t would be mere blanks to Word. */
  runs(chinese: string, text: string, more: IRunOptions = {}): TextRun[] {
    if (text === '') return []
    return text
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [this.lineBreak(chinese)] : []),
        ...(this.choice ? this.read(chinese, line, more, this.choice) : this.plain(chinese, line, more)),
      ])
  }

  lineBreak(chinese: string, style?: string): TextRun {
    return new TextRun({ break: 1, font: this.font(chinese), ...(style ? { style } : {}) })
  }

  /** A name of two characters with the room of a third between them; it is read as one word. */
  spacedName(chinese: string, name: string, space: number): TextRun[] {
    const found = this.choice ? readings(name, this.choice) : []
    let at = 0
    return Array.from(name).flatMap((char) => {
      const sound = found.find(({ start }) => start === at)?.pinyin
      const more: IRunOptions = at === 0 ? { characterSpacing: space } : {}
      at += char.length
      if (sound === undefined) return this.plain(chinese, char, more)
      const look = { chinese, latin: this.latin, size: this.size }
      return [new RubyRun(char, sound, look, { ...more, font: this.font(chinese) })]
    })
  }

  private plain(chinese: string, text: string, more: IRunOptions): TextRun[] {
    if (text === '') return []
    const children = text.split(/(\t)/).map((piece) => (piece === '\t' ? new Tab() : piece))
    return [new TextRun({ ...more, font: this.font(chinese), children: children.filter((piece) => piece !== '') })]
  }

  private read(chinese: string, text: string, more: IRunOptions, choice: ReadingChoice): TextRun[] {
    let at = 0
    const runs = readings(text, choice).flatMap(({ start, end, pinyin }) => {
      const before = this.plain(chinese, text.slice(at, start), more)
      at = end
      const look = { chinese, latin: this.latin, size: this.size }
      return [...before, new RubyRun(text.slice(start, end), pinyin, look, { ...more, font: this.font(chinese) })]
    })
    return [...runs, ...this.plain(chinese, text.slice(at), more)]
  }
}
