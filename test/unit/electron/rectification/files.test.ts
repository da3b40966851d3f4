import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ledgerXlsx } from '../../../../electron/docx/ledger-xlsx.ts'
import { importLedger } from '../../../../electron/import/import-ledger.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { emptyProblem, type Ledger } from '../../../../shared/model/rectification/ledger.ts'
import { defaultOfficeRules as rules } from '../../../../shared/model/rectification/office-rules.ts'
import { arbitraryLedger, measureOf } from '../../shared/model/rectification/rectification-arbitraries.ts'

const bare = (ledger: Ledger) =>
  ledger.map(({ id: _id, measures, ...problem }) => ({
    ...problem,
    measures: measures.map(({ id: _, ...measure }) => measure),
  }))
const read = (bytes: Uint8Array) => {
  const { problems, measures, faults } = importLedger('台账', bytes, rules)
  expect(faults).toEqual([])
  return problems.map((problem, index) => ({ ...problem, measures: measures[index] ?? [] }))
}

/** An .xlsx as Excel writes it: shared strings, dates as numbers, merged cells. */
function excelFile(rows: string, merges: string, strings: string[]): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const parts = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><sheets><sheet name="说明" state="hidden" r:id="rId9"/><sheet name="表" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si><r><t>${text}</t></r><rPh><t>pinyin</t></rPh></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

describe('Excel', () => {
  it('written and read again is the same ledger', () => {
    fc.assert(
      fc.property(arbitraryLedger, (ledger) => {
        fc.pre(ledger.length > 0)
        expect(read(ledgerXlsx(ledger, '台账'))).toEqual(bare(ledger))
      }),
      { numRuns: 60 },
    )
  })
  it('of another office is read: merged cells, its own words, days as numbers', () => {
    const strings = ['存在问题', '具体措施', '完成时限', '责任人', '沟渠淤塞', '清理', '管护', '秦越川']
    const cell = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`
    const rows = [
      `<row r="2">${cell('A2', 0)}${cell('B2', 1)}${cell('C2', 2)}${cell('D2', 3)}</row>`,
      `<row r="3">${cell('A3', 4)}${cell('B3', 5)}<c r="C3" s="1"><v>46387</v></c>${cell('D3', 7)}</row>`,
      `<row r="4">${cell('B4', 6)}<c r="C4" s="2"><v>46477</v></c></row>`,
    ].join('')
    const file = excelFile(rows, '<mergeCell ref="A3:A4"/><mergeCell ref="D3:D4"/>', strings)
    expect(read(file)).toMatchObject([
      {
        text: '沟渠淤塞',
        measures: [
          { text: '清理', deadline: '2026-12-31', owner: '秦越川' },
          { text: '管护', deadline: '2027-03-31', owner: '秦越川' },
        ],
      },
    ])
  })
  it('with a wrong cell says which', () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = `<row r="1">${cell('A1', '反馈问题')}${cell('B1', '整改时限')}${cell('C1', '整改措施')}</row><row r="7">${cell('A7', '甲')}${cell('B7', '2026年13月1日')}</row>`
    expect(importLedger('台账.xlsx', excelFile(rows, '', []), rules).faults).toEqual([
      { row: 7, column: 'B列“整改时限”', message: expect.stringContaining('2026年13月1日') },
    ])
  })
  it('opens as a whole: parts, frozen heading, merged cells', () => {
    const ledger = [{ ...emptyProblem, id: '', text: '甲', measures: [measureOf(), measureOf()] }]
    const sheet = strFromU8(unzipSync(ledgerXlsx(ledger, '台账'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('<mergeCell ref="D3:D4"/>')
    expect(sheet).toContain('state="frozen"')
  })
  it('damaged in any place gives a failure or a table, never a crash', () => {
    const whole = ledgerXlsx([{ ...emptyProblem, id: '', text: '甲', measures: [measureOf()] }], '台账')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const bytes = whole.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          try {
            importLedger('台账.xlsx', bytes, rules)
          } catch (error) {
            expect(error).toBeInstanceOf(Failure)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
