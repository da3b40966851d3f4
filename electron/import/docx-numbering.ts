import { toChineseNumeral } from '../../shared/text/numerals.ts'
import { readXml } from './xml-reader.ts'

interface Level {
  format: string
  /** 第%1章: %1 … %9 stand for the numbers of the levels. */
  text: string
  start: number
  /** Paragraph style that brings this level. */
  style: string | null
}

interface List {
  /** Lists of one definition count on together. */
  definition: string
  starts: Map<number, number>
}

const LARGEST = 9999

function roman(value: number): string {
  const digits: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = value
  return digits
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth)
      rest -= times * worth
      return sign.repeat(times)
    })
    .join('')
}

const letter = (value: number) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

/** A number in one of Word's formats (ECMA-376, ST_NumberFormat); '' for bullets. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > LARGEST) return String(value)
  if (/bullet|none/.test(format)) return ''
  if (/^(?:chinese|taiwanese|japanese)Counting|^ideograph(?!Enclosed)|^japaneseLegal/i.test(format))
    return toChineseNumeral(value)
  if (/EnclosedCircle/i.test(format) && value >= 1 && value <= 20) return String.fromCharCode(0x245f + value)
  if (/FullWidth/i.test(format))
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (value === 0) return '0'
  if (format === 'lowerLetter') return letter(value)
  if (format === 'upperLetter') return letter(value).toUpperCase()
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperRoman') return roman(value).toUpperCase()
  return String(value)
}

/** The automatic numbers of a Word document, which stand nowhere in its text. */
export class AutoNumbers {
  private readonly definitions = new Map<string, Map<number, Level>>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly started = new Set<string>()

  /** @param xml word/numbering.xml, or null when there is none. */
  constructor(xml: string | null) {
    if (xml !== null) this.read(xml)
  }

  /** The level of a list that a paragraph style brings; 0 when the style names none. */
  levelOfStyle(listId: string, style: string): number {
    const levels = this.definitions.get(this.lists.get(listId)?.definition ?? '')
    for (const [index, level] of levels ?? []) if (level.style === style) return index
    return 0
  }

  /** Counts one paragraph and returns what Word draws before it: 一、 (二) 3. … '' for a bullet. */
  next(listId: string, level: number): string {
    const list = this.lists.get(listId)
    const levels = this.definitions.get(list?.definition ?? '')
    const own = levels?.get(level)
    if (!list || !levels || !own) return ''
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    if (!this.started.has(listId)) {
      this.started.add(listId)
      for (const [index] of list.starts) counts[index] = undefined
    }
    const startOf = (index: number) => list.starts.get(index) ?? levels.get(index)?.start ?? 1
    const running = counts[level]
    counts[level] = running === undefined ? startOf(level) : running + 1
    counts.length = level + 1
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      return formatNumber(counts[index] ?? startOf(index), levels.get(index)?.format ?? 'decimal')
    })
  }

  private read(xml: string): void {
    let definition = ''
    let levels: Map<number, Level> | null = null
    let level: Level | null = null
    let list: List | null = null
    let override = 0
    readXml(xml, {
      open: (name, attribute) => {
        const value = attribute('w:val') ?? ''
        if (name === 'w:abstractNum') {
          definition = attribute('w:abstractNumId') ?? ''
          levels = new Map()
          this.definitions.set(definition, levels)
        } else if (name === 'w:lvl' && levels) {
          level = { format: 'decimal', text: '', start: 1, style: null }
          if (list === null) levels.set(Number(attribute('w:ilvl')), level)
        } else if (name === 'w:num') {
          list = { definition: '', starts: new Map() }
          this.lists.set(attribute('w:numId') ?? '', list)
        } else if (name === 'w:abstractNumId' && list) list.definition = value
        else if (name === 'w:lvlOverride') override = Number(attribute('w:ilvl'))
        else if (name === 'w:startOverride' && list) list.starts.set(override, Number(value) || 0)
        else if (level) {
          if (name === 'w:start') level.start = Number(value) || 0
          else if (name === 'w:numFmt') level.format = value
          else if (name === 'w:lvlText') level.text = value
          else if (name === 'w:pStyle') level.style = value
        }
      },
      close: (name) => {
        if (name === 'w:lvl') level = null
        else if (name === 'w:num') list = null
      },
    })
    for (const own of this.definitions.values())
      for (const each of own.values()) if (/bullet/.test(each.format)) each.text = ''
  }
}
