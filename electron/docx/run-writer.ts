import { type IRunOptions, Tab, TextRun } from 'docx'

/** Runs that name their fonts, and say that “ ” — … belong to the Chinese one. */
export class RunWriter {
  private readonly latin: string

  constructor(latin: string) {
    this.latin = latin
  }

  private font(chinese: string) {
    return { ascii: this.latin, hAnsi: this.latin, cs: this.latin, eastAsia: chinese, hint: 'eastAsia' }
  }

  /** None for an empty text. Tabs and line breaks inside w:t would be mere blanks to Word. */
  runs(chinese: string, text: string, more: IRunOptions = {}): TextRun[] {
    if (text === '') return []
    return text.split('\n').flatMap((line, index) => {
      const children = line.split(/(\t)/).map((piece) => (piece === '\t' ? new Tab() : piece))
      const run = new TextRun({ ...more, font: this.font(chinese), children: children.filter((piece) => piece !== '') })
      return [...(index > 0 ? [this.lineBreak(chinese)] : []), ...(line === '' ? [] : [run])]
    })
  }

  lineBreak(chinese: string, style?: string): TextRun {
    return new TextRun({ break: 1, font: this.font(chinese), ...(style ? { style } : {}) })
  }
}
