import { Failure } from '../../shared/contract/failures.ts'
import type { Table, TableCell } from '../../shared/model/rectification/ledger-table.ts'
import { readXml } from './xml-reader.ts'
import type { ZipReader } from './zip-reader.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
/** A merged cell is repeated in every place it covers; so many in all. */
const MOST_MERGED = 400_000

const none = () => undefined

/** Targets by id of a part's relationships, as paths in the package. */
function relationships(zip: ZipReader, part: string): Map<string, string> {
  const found = new Map<string, string>()
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const xml = zip.text(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (xml !== null)
    readXml(xml, {
      open(name, attribute) {
        const target = attribute('Target') ?? ''
        if (name === 'Relationship')
          found.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : folder + target)
      },
      close: none,
    })
  return found
}

/** Texts of sharedStrings.xml; readings above characters (拼音) are no text of the cell. */
function sharedStrings(xml: string | null): string[] {
  const strings: string[] = []
  let inText = false
  let isReading = false
  if (xml !== null)
    readXml(xml, {
      open(name) {
        if (/(^|:)si$/.test(name)) strings.push('')
        if (/(^|:)rPh$/.test(name)) isReading = true
        inText = /(^|:)t$/.test(name)
      },
      close(name) {
        inText = false
        if (/(^|:)rPh$/.test(name)) isReading = false
      },
      text(text) {
        if (inText && !isReading) strings[strings.length - 1] += text
      },
    })
  return strings
}

/** Formats of Excel's own that show a day. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

/** Which cell formats show a day. */
function dateFormats(xml: string | null): boolean[] {
  const custom = new Map<number, boolean>()
  const formats: boolean[] = []
  let inCells = false
  if (xml !== null)
    readXml(xml, {
      open(name, attribute) {
        if (name === 'numFmt') {
          const code = (attribute('formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
          custom.set(Number(attribute('numFmtId')), /[yd]|m{3,}/i.test(code))
        }
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) {
          const id = Number(attribute('numFmtId') ?? 0)
          formats.push(custom.get(id) ?? isBuiltInDate(id))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
  return formats
}

/** Excel counts days from 1899-12-30 (with its leap day that never was), or from 1904 in old files of the Mac. */
function serialDate(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (day < 61 || day > 109_574) return null
  return new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)
}

function position(reference: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

interface SheetContext {
  strings: string[]
  dates: boolean[]
  from1904: boolean
}

function readSheet(xml: string, { strings, dates, from1904 }: SheetContext): Table {
  const rows: TableCell[][] = []
  const merges: string[] = []
  let row = -1
  let column = -1
  let kind = ''
  let format = 0
  let text = ''
  let inValue = false
  const shownValue = (): string => {
    if (kind === 's') return strings[Number(text)] ?? ''
    if (kind === 'b') return text === '1' ? '是' : '否'
    if (kind === 'n' && text !== '' && dates[format]) return serialDate(Number(text), from1904) ?? text
    return text
  }
  readXml(xml, {
    open(name, attribute) {
      if (name === 'row') {
        row = attribute('r') === null ? row + 1 : Number(attribute('r')) - 1
        column = -1
      } else if (name === 'c') {
        const at = position(attribute('r') ?? '')
        column = at ? at.column : column + 1
        kind = attribute('t') ?? 'n'
        format = Number(attribute('s') ?? 0)
        text = ''
      } else if (name === 'v' || name === 't') inValue = true
      else if (name === 'mergeCell') merges.push(attribute('ref') ?? '')
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      if (name !== 'c') return
      const value = shownValue()
      if (value === '' || column >= MOST_COLUMNS) return
      if (!(row >= 0 && row < MOST_ROWS)) throw new Failure('too-large', `表格太长，最多 ${MOST_ROWS} 行。`)
      const cells = rows[row] ?? []
      rows[row] = cells
      cells[column] = { text: value, isContinued: false }
    },
    text(piece) {
      if (inValue) text += piece
    },
  })
  return spreadMerged(rows, merges)
}

/** Every row as wide as the widest, merged cells repeated. */
function spreadMerged(rows: TableCell[][], merges: readonly string[]): Table {
  const areas = merges.flatMap((reference) => {
    const [from, to] = reference.split(':').map(position)
    return from && to
      ? [{ from, to: { row: Math.min(to.row, MOST_ROWS), column: Math.min(to.column, MOST_COLUMNS) } }]
      : []
  })
  const height = rows.length
  // Rows that are left out of the file are holes in the list.
  const width = Array.from(rows, (row) => row?.length ?? 0).reduce((most, length) => Math.max(most, length), 0)
  const full = Array.from({ length: height }, (_, at) =>
    Array.from({ length: width }, (_, column) => rows[at]?.[column] ?? { text: '', isContinued: false }),
  )
  let left = MOST_MERGED
  for (const { from, to } of areas) {
    const source = full[from.row]?.[from.column]
    if (!source) continue
    for (let row = from.row; row <= Math.min(to.row, height - 1); row++) {
      for (let column = from.column; column <= Math.min(to.column, width - 1); column++) {
        if (--left < 0) throw new Failure('too-large', '表格里合并的单元格太多。')
        const line = full[row]
        if (line && (row !== from.row || column !== from.column))
          line[column] = { text: source.text, isContinued: row > from.row }
      }
    }
  }
  return full
}

/** The sheets of an .xlsx that are not hidden, in order. @throws Failure */
export function readWorkbook(zip: ZipReader): Table[] {
  const workbook = zip.text('xl/workbook.xml')
  if (workbook === null) throw new Failure('unsupported-file', '这不是 Excel 表格。')
  const targets = relationships(zip, 'xl/workbook.xml')
  const parts: string[] = []
  let from1904 = false
  readXml(workbook, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
      const target = targets.get(attribute('r:id') ?? '')
      if (name === 'sheet' && target && (attribute('state') ?? 'visible') === 'visible') parts.push(target)
    },
    close: none,
  })
  const context = {
    strings: sharedStrings(zip.text('xl/sharedStrings.xml')),
    dates: dateFormats(zip.text('xl/styles.xml')),
    from1904,
  }
  return parts.flatMap((part) => {
    const xml = zip.text(part)
    return xml === null ? [] : [readSheet(xml, context)]
  })
}
