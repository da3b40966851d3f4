import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { type ExportInput, exportDocx } from '../../../../electron/docx/export-docx.ts'
import { importPaper } from '../../../../electron/import/import-paper.ts'
import { brokenLines, recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { type PaperNode, paperSchema } from '../../../../shared/model/schema.ts'
import { defaultSettings, type Settings, settingsSchema } from '../../../../shared/model/settings.ts'
import { textView } from '../../../../shared/model/text-view.ts'
import { paperArbitrary } from '../../../fixtures/docx/paper-arbitrary.ts'

const factText: ExportInput['factText'] = (key) => ({ text: key === 'unit' ? '柳溪镇' : null, label: '会议地点' })
const speech = recognisePaper(
  sourceLines(readFileSync(new URL('../../../fixtures/docx/four-levels.txt', import.meta.url), 'utf8')),
).doc

const input = (doc: PaperNode, more: Partial<ExportInput> = {}): ExportInput => ({
  doc,
  kind: 'speech',
  factText,
  settings: defaultSettings,
  layout: 'standard',
  title: '在会上的“讲话” <一>',
  author: '王五 & 办公室',
  date: '2026-11-20T01:02:03.456Z',
  ...more,
})
const withLayout = (layout: Record<string, unknown>): Settings => settingsSchema.parse({ layout })
const parts = async (exported: ExportInput) =>
  Object.fromEntries(
    Object.entries(unzipSync(await exportDocx(exported))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
const paper = (...blocks: PaperNode[]) =>
  paperSchema.node('doc', null, [paperSchema.node('title', null, [paperSchema.text('讲话')]), ...blocks])
const block = (type: string, text: string, attributes = {}) =>
  paperSchema.node(type, attributes, text === '' ? [] : [paperSchema.text(text)])

describe('the file', () => {
  test('is the same, byte by byte, for the same paper', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01') })
    const first = await exportDocx(input(speech))
    vi.setSystemTime(new Date('2030-06-01'))
    const second = await exportDocx(input(speech))
    vi.useRealTimers()
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, await exportDocx(input(speech, { layout: 'podium' })))).not.toBe(0)
  })

  test('carries title, author and the time it was given', async () => {
    const { 'docProps/core.xml': core = '' } = await parts(input(speech))
    expect(core).toContain('<dc:title>在会上的“讲话” &lt;一&gt;</dc:title>')
    expect(core).toContain('<dc:creator>王五 &amp; 办公室</dc:creator>')
    expect(core).toContain('>2026-11-20T01:02:03Z</dcterms:modified>')
  })

  test.each(['standard', 'podium'] as const)('%s: every style exists, every run names its fonts', async (layout) => {
    const all = await parts(input(speech, { layout }))
    const defined = [...(all['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1])
    for (const [name, xml] of Object.entries(all)) {
      if (name.startsWith('word/') && name !== 'word/styles.xml')
        for (const [, style] of xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g))
          expect(defined, `${name} uses ${style}`).toContain(style)
      expect(xml, name).not.toMatch(/w:(?:asciiTheme|eastAsiaTheme|hAnsiTheme)|Calibri|等线/)
      if (!/^word\/(?:document|footer\d)\.xml$/.test(name)) continue
      for (const [run] of xml.matchAll(/<w:r>.*?<\/w:r>/gs))
        expect(run).toMatch(/<w:rFonts(?=[^>]* w:hint="eastAsia")(?=[^>]* w:eastAsia="[^"]+")/)
    }
  })

  test('needs no times or numbers from outside for an odd date', async () => {
    const { 'docProps/core.xml': core = '' } = await parts(input(speech, { date: '' }))
    expect(core).toContain('1970-01-01T00:00:00Z')
  })
})

describe('the text', () => {
  test('open facts print as 【名称】, filled ones as their value', async () => {
    const doc = paper(
      paperSchema.node('paragraph', null, [
        paperSchema.node('fact', { key: 'unit' }),
        paperSchema.text('在'),
        paperSchema.node('fact', { key: 'place' }),
      ]),
    )
    const { text } = await importPaper('a.docx', await exportDocx(input(doc)))
    expect(text).toBe('讲话\n柳溪镇在【会议地点】')
  })

  test('a hint is never printed, and an empty paragraph leaves no line', async () => {
    const doc = paper(block('paragraph', '', { hint: '承接反馈' }), block('paragraph', '正文'), block('closing', ''))
    const { 'word/document.xml': xml = '' } = await parts(input(doc))
    expect(xml).not.toContain('承接反馈')
    expect(xml.match(/<w:p>/g)).toHaveLength(2)
  })

  test('characters that no XML can hold are left out, tabs and breaks are kept', async () => {
    const doc = paper(block('paragraph', 'a\u0000\u0008b\uffff\ud800c\td<&>"'))
    const { text } = await importPaper('a.docx', await exportDocx(input(doc)))
    expect(text).toBe('讲话\nabc\td<&>"')
  })

  test('a name of two characters is spaced for the eye only', async () => {
    const doc = paperSchema.node('doc', null, [
      block('title', '讲话'),
      block('byline', '县委书记　周启', { role: 'speaker' }),
      block('paragraph', '正文'),
    ])
    const { 'word/document.xml': xml = '' } = await parts(input(doc))
    expect(xml).toMatch(/<w:spacing w:val="320"\/><\/w:rPr><w:t xml:space="preserve">周<\/w:t>/)
    expect((await importPaper('a.docx', await exportDocx(input(doc)))).text).toContain('周启')
  })

  test('a long title is broken evenly, and comes back in one piece', async () => {
    const { 'word/document.xml': xml = '' } = await parts(input(speech))
    expect(xml.match(/<w:br\/>/g)).toHaveLength(1)
    const back = await importPaper('a.docx', await exportDocx(input(speech)))
    expect(back.doc.eq(speech)).toBe(true)
  })

  test('a signature stands right, its date two characters in', async () => {
    const signed = paper(
      block('paragraph', '正文'),
      block('closing', '县委第二巡察组'),
      block('closing', '2026年12月15日'),
    )
    const { 'word/document.xml': xml = '' } = await parts(input(signed))
    const right = [...xml.matchAll(/<w:ind[^>]*w:right="(\d+)"[^>]*\/><w:jc w:val="right"\/>/g)].map((match) =>
      Number(match[1]),
    )
    const [name = 0, date = 0] = right
    // From the left: 7 characters of name, 3 + 4 and 4 of half a character with 3 signs in the date.
    expect(name + 7 * 320 - (date + 7 * 320)).toBe(2 * 320)
    expect(Math.min(name, date)).toBe(2 * 320)
    const back = await importPaper('a.docx', await exportDocx(input(signed)))
    expect(back.doc.eq(signed)).toBe(true)
  })

  test('only the head of a run-in heading is in the font of headings', async () => {
    const { 'word/document.xml': xml = '' } = await parts(input(paper(block('heading', '甲。乙。', { level: 2 }))))
    const runs = [...xml.matchAll(/w:eastAsia="([^"]+)"[^>]*\/>.*?<w:t[^>]*>([^<]+)</g)].map((run) => run.slice(1))
    expect(runs.slice(1)).toEqual([
      ['楷体_GB2312', '（一）'],
      ['楷体_GB2312', '甲。'],
      ['仿宋_GB2312', '乙。'],
    ])
  })
})

describe('settings', () => {
  const xmlOf = async (part: string, layout: Record<string, unknown>) =>
    (await parts(input(speech, { settings: withLayout(layout) })))[part] ?? ''

  test('fonts', async () => {
    expect(await xmlOf('word/styles.xml', {})).toContain('w:eastAsia="方正小标宋简体"')
    const windows = await xmlOf('word/styles.xml', { fonts: 'windows' })
    expect(windows).not.toMatch(/_GB2312|小标宋/)
    const custom = { fonts: 'custom', customFonts: { body: '方正仿宋_GBK', title: '' } }
    expect(await xmlOf('word/document.xml', custom)).toContain('w:eastAsia="方正仿宋_GBK"')
    expect(await xmlOf('word/document.xml', custom)).toContain('w:eastAsia="方正小标宋简体"')
  })

  test('margins', async () => {
    const xml = await xmlOf('word/document.xml', { margins: { top: 25.4, bottom: 25.4, left: 25.4, right: 25.4 } })
    expect(xml).toContain('w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"')
    expect(await xmlOf('word/document.xml', {})).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="158[78]"/)
  })

  test('grid', async () => {
    expect(await xmlOf('word/document.xml', {})).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    expect(await xmlOf('word/styles.xml', {})).toContain('<w:spacing w:val="-6"/>')
    const word = { grid: 'linesAndChars' }
    expect(await xmlOf('word/document.xml', word)).toMatch(
      /w:type="linesAndChars".* w:charSpace="-849"|w:charSpace="-849"/,
    )
    expect(await xmlOf('word/styles.xml', word)).not.toContain('<w:spacing w:val="-6"/>')
  })

  test('bold levels', async () => {
    const heading = (xml: string, level: number) => xml.split(`w:styleId="Heading${level}"`)[1]?.split('</w:style>')[0]
    expect(heading(await xmlOf('word/styles.xml', {}), 2)).toContain('<w:b w:val="0"/>')
    expect(heading(await xmlOf('word/styles.xml', { boldLevel2: true }), 2)).toContain('<w:b w:val="1"/>')
    expect(heading(await xmlOf('word/styles.xml', { boldLevel3: true }), 3)).toContain('<w:b w:val="1"/>')
  })

  test('order of by-lines', async () => {
    const order = (xml: string) => [...xml.matchAll(/Huibei(Date|Speaker)"/g)].map((match) => match[1])
    expect(order(await xmlOf('word/document.xml', {}))).toEqual(['Date', 'Speaker'])
    expect(order(await xmlOf('word/document.xml', { bylineOrder: 'speaker-first' }))).toEqual(['Speaker', 'Date'])
  })

  test('page numbers', async () => {
    const footers = async (layout: Record<string, unknown>) =>
      Object.entries(await parts(input(speech, { settings: withLayout(layout) })))
        .filter(([name]) => /^word\/footer\d/.test(name))
        .map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])
        .sort()
    expect(await footers({})).toEqual(['left', 'right'])
    expect(await footers({ pageNumber: 'centre' })).toEqual(['center'])
    expect(await footers({ pageNumber: 'none' })).toEqual([])
    expect(await xmlOf('word/settings.xml', {})).toContain('<w:evenAndOddHeaders/>')
    expect(await xmlOf('word/settings.xml', { pageNumber: 'centre' })).not.toContain('<w:evenAndOddHeaders/>')
  })

  test.each([18, 22, 26] as const)('lectern copy of %i points', async (podiumSize) => {
    const all = await parts(input(speech, { layout: 'podium', settings: withLayout({ podiumSize }) }))
    expect(all['word/styles.xml']).toContain(`w:line="${Math.round(podiumSize * 34)}" w:lineRule="exact"`)
    expect(all['word/styles.xml']).toContain(`<w:sz w:val="${podiumSize * 2}"/>`)
    expect(all['word/document.xml']).not.toContain('w:type="lines"')
    expect(all['word/document.xml']).toContain('<w:keepLines/>')
    expect(all['word/footer1.xml']).toContain('NUMPAGES')
  })
})

describe('coming back', () => {
  test('every paper comes back as it was exported', async () => {
    await fc.assert(
      fc.asyncProperty(paperArbitrary, fc.constantFrom('standard' as const, 'podium' as const), async (doc, layout) => {
        const back = await importPaper('a.docx', await exportDocx(input(doc, { layout })))
        expect(back.doc.toJSON()).toEqual(doc.toJSON())
        expect(back.text).toBe(textView(doc, factText).text)
      }),
      { numRuns: 150 },
    )
  })

  test('what somebody changed in Word since is read as it stands', async () => {
    const doc = paper(
      block('heading', '甲', { level: 1 }),
      block('heading', '乙', { level: 1 }),
      block('heading', '丙'),
    )
    const changed = unzipSync(await exportDocx(input(doc)))
    const xml = strFromU8(changed['word/document.xml'] ?? new Uint8Array())
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? []
    const added = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    changed['word/document.xml'] = strToU8(
      xml.replace(paragraphs[2] ?? '', `${added('一要快。说明。')}${added('补一段。')}`).replace('>丙<', '>丙改<'),
    )
    const back = await importPaper('a.docx', zipSync(changed))
    expect(back.text).toBe('讲话\n一、甲\n一要快。说明。\n补一段。\n三、丙改')
    expect(back.doc.children.map((node) => node.type.name)).toEqual([
      'title',
      'heading',
      'heading',
      'paragraph',
      'heading',
    ])
    expect(back.doc.lastChild?.attrs.fixedMarker).toBe('三、')
    expect(back.notes).toEqual(['有 2 段不是用会备的样式写的，已按文字内容读入，请核对。'])
  })

  test('so does a line break inside a paragraph', async () => {
    const doc = paper(paperSchema.node('paragraph', null, brokenLines(['甲', '乙'])))
    const back = await importPaper('a.docx', await exportDocx(input(doc)))
    expect(back.doc.eq(doc)).toBe(true)
  })
})

test('a paper of 500,000 characters takes linear time', async () => {
  const long = paper(...Array.from({ length: 2500 }, () => block('paragraph', '整改责任到人。'.repeat(29))))
  const started = performance.now()
  const bytes = await exportDocx(input(long))
  expect(performance.now() - started).toBeLessThan(6000)
  expect((await importPaper('a.docx', bytes)).doc.childCount).toBe(2501)
})
