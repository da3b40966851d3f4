import { Failure } from '../../shared/contract/failures.ts'
import { type ReadTable, readLedgerTable, type Table } from '../../shared/model/rectification/ledger-table.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
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

/**
 * Reads a ledger from a file: the table that gives most problems counts. What cannot be taken is in `faults`.
 * @throws Failure 'unreadable-file', 'unsupported-file', 'password-protected', 'too-large'
 */
export function importLedger(fileName: string, bytes: Uint8Array, rules: OfficeRules): ReadTable {
  const tables = tablesOf(fileName, bytes).filter((table) => table.length > 0)
  if (tables.length === 0) throw new Failure('unreadable-file', '文件里没有表格。')
  const read = tables.map((table) => readLedgerTable(table, rules))
  const [best] = read.sort((a, b) => b.problems.length - a.problems.length)
  return best as ReadTable
}
