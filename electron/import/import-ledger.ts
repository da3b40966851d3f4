import { Failure } from '../../shared/contract/failures.ts'
import { type ReadTable, readLedgerTable, type Table } from '../../shared/model/rectification/ledger-table.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { readProblemSheet } from '../../shared/model/rectification/problem-sheet.ts'
import { type LedgerFigures, readStatisticsSheet } from '../../shared/model/rectification/statistics-sheet.ts'
import { readDocxTables } from './docx-tables.ts'
import { readWorkbook } from './ledger-xlsx.ts'
import { LARGEST_FILE } from './limits.ts'
import { ZipReader } from './zip-reader.ts'

function tablesOf(fileName: string, bytes: Uint8Array): Table[] {
  if (bytes.byteLength === 0) throw new Failure('unreadable-file', '文件是空的。')
  if (bytes.byteLength > LARGEST_FILE) throw new Failure('too-large', '文件太大，不像是一份台账。')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Failure(
      'unsupported-file',
      '这是旧格式（.xls 或 .doc）的文件。请用 Excel、Word 或 WPS 另存为 .xlsx 或 .docx 再导入。',
    )
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Failure('unsupported-file', `“${fileName}”不是 .xlsx 或 .docx 文件。`)
  const zip = new ZipReader(bytes)
  return zip.has('xl/workbook.xml') ? readWorkbook(zip) : readDocxTables(zip)
}

/** What a file holds: a ledger, or, when it is a 统计表, its figures. */
export type ReadLedgerFile = ReadTable & { figures: LedgerFigures | null }

/** Forms of 一事一表, one after the other, as one table. */
function joined(sheets: readonly ReadTable[]): ReadTable {
  const all = <K extends 'problems' | 'measures' | 'places' | 'notes'>(key: K) =>
    sheets.flatMap((sheet) => sheet[key] as unknown[]) as ReadTable[K]
  return {
    problems: all('problems'),
    measures: all('measures'),
    places: all('places'),
    notes: all('notes'),
    columns: sheets[0]?.columns.filter((column) => sheets.every(({ columns }) => columns.includes(column))) ?? [],
    faults: sheets.flatMap(({ faults }, index) =>
      faults.map((fault) => ({ ...fault, column: `（第${index + 1}张表）${fault.column}` })),
    ),
  }
}

/**
 * Reads a ledger from a file: the table that gives most problems counts, or all the forms of 一事一表 together. What
 * cannot be taken is in `faults`.
 * @throws Failure 'unreadable-file', 'unsupported-file', 'password-protected', 'too-large'
 */
export function importLedger(fileName: string, bytes: Uint8Array, rules: OfficeRules): ReadLedgerFile {
  const tables = tablesOf(fileName, bytes).filter((table) => table.length > 0)
  if (tables.length === 0) throw new Failure('unreadable-file', '文件里没有表格。')
  const sheets = tables.flatMap((table) => readProblemSheet(table, rules) ?? [])
  const read = [...(sheets.length > 0 ? [joined(sheets)] : []), ...tables.map((table) => readLedgerTable(table, rules))]
  const [best] = read.sort((a, b) => b.problems.length - a.problems.length)
  const figures = best?.problems.length ? null : (tables.map(readStatisticsSheet).find(Boolean) ?? null)
  return { ...(best as ReadTable), figures }
}
