import { strToU8, zipSync } from 'fflate'
import type { Ledger } from '../../shared/model/rectification/ledger.ts'
import { columnLetters, LEDGER_COLUMNS, ledgerTable } from '../../shared/model/rectification/ledger-columns.ts'
import { escapeXml } from './xml.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** The earliest a zip can hold; the same ledger gives the same bytes. */
const ZIP_TIME = '1980-01-01T00:00:00'

/** Cell formats of styles.xml: title, heading row, centred text, text. */
const TITLE = 1
const HEAD = 2
const CENTRED = 3
const TEXT = 4
const NARROW = 12

const border =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>'
const alignment = (horizontal: string) => `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"/>`
const xf = (font: number, lined: 0 | 1, horizontal: string) =>
  `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="${lined}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1" applyNumberFormat="1">${alignment(horizontal)}</xf>`

const STYLES = [
  XML,
  `<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="10"/><name val="宋体"/></font>`,
  '<font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="黑体"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(1, 0, 'center')}${xf(2, 1, 'center')}${xf(0, 1, 'center')}${xf(0, 1, 'left')}</cellXfs>`,
  '</styleSheet>',
].join('')

const cell = (column: number, row: number, style: number, text: string) =>
  `<c r="${columnLetters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

/**
 * The ledger as an Excel file: one sheet, a row a measure, a problem's own cells merged, heading row frozen and
 * repeated in print, A3 across. Read again it gives the same ledger.
 */
export function ledgerXlsx(ledger: Ledger, title: string, token = ''): Uint8Array {
  const { header, rows, spans } = ledgerTable(ledger, token)
  const last = columnLetters(header.length - 1)
  const style = (column: number) => ((LEDGER_COLUMNS[column]?.width ?? 0) <= NARROW ? CENTRED : TEXT)
  const merges = [`A1:${last}1`]
  const starts = new Set<number>()
  let top = 3
  for (const span of spans) {
    starts.add(top - 3)
    LEDGER_COLUMNS.forEach(({ of }, column) => {
      const letters = columnLetters(column)
      if (of === 'problem' && span > 1) merges.push(`${letters}${top}:${letters}${top + span - 1}`)
    })
    top += span
  }
  const body = rows.map((texts, index) => {
    const cells = texts.map((text, column) =>
      cell(
        column,
        index + 3,
        style(column),
        LEDGER_COLUMNS[column]?.of === 'problem' && !starts.has(index) ? '' : text,
      ),
    )
    return `<row r="${index + 3}">${cells.join('')}</row>`
  })
  const sheet = [
    XML,
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${LEDGER_COLUMNS.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData><row r="1" ht="30" customHeight="1">${cell(0, 1, TITLE, title)}</row>`,
    `<row r="2">${header.map((text, column) => cell(column, 2, HEAD, text)).join('')}</row>`,
    ...body,
    `</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>',
  ].join('')
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="整改台账" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">整改台账!$2:$2</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: ZIP_TIME,
  })
}
