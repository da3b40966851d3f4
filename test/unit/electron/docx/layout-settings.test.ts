import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportDocx } from '../../../../electron/docx/export-docx.ts'
import { importPaper } from '../../../../electron/import/import-paper.ts'
import { PAGE_NUMBER_FORMS, pageNumberText } from '../../../../shared/model/page-number.ts'
import { PAGE_PRESETS, pagePreset } from '../../../../shared/model/page-presets.ts'
import { recognisePaper, sourceLines } from '../../../../shared/model/recognise.ts'
import { type Settings, settingsSchema } from '../../../../shared/model/settings.ts'

type Layout = Settings['layout']

const LINES = ['讲话', '2026年11月22日', '张三', '同志们：', '一、立足整改', '（一）提高站位', '1.抓紧', '犇犇的正文。']
const doc = recognisePaper(
  sourceLines([...LINES, ...Array(40).fill('整改责任到人。'.repeat(6)), '整改责任到人。'.repeat(60)].join('\n')),
).doc

/** All parts of the Word file as one text, without what the text of the paper says. */
async function partsWith(layout: Partial<Layout>, copy: 'standard' | 'podium'): Promise<Record<string, string>> {
  const bytes = await exportDocx({
    doc,
    kind: 'speech',
    factText: (key) => ({ text: null, label: key }),
    settings: settingsSchema.parse({ layout }),
    layout: copy,
    title: '讲话',
    author: '',
    date: '2026-11-20T00:00:00Z',
  })
  expect((await importPaper('a.docx', bytes)).doc.toJSON(), 'comes back as it was').toEqual(doc.toJSON())
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

interface Row {
  set: Partial<Layout>
  copy?: 'podium'
  part: string
  shows: string | RegExp
}

const document = 'word/document.xml'
const styles = 'word/styles.xml'
const styled = (id: string, what: string) => new RegExp(`w:styleId="${id}"(?:(?!</w:style>).)*${what}`)
const margins = { top: 30, bottom: 31, left: 32, right: 33 }

/** Every setting of the page, what it is set to, and what Word then reads. */
const ROWS: { [key in keyof Layout]: Row[] } = {
  fonts: [{ set: { fonts: 'windows' }, part: styles, shows: styled('HuibeiBody', 'w:eastAsia="仿宋"') }],
  customFonts: [
    {
      set: { fonts: 'custom', customFonts: { ...settingsSchema.parse({}).layout.customFonts, hei: '思源黑体' } },
      part: styles,
      shows: styled('Heading1', 'w:eastAsia="思源黑体"'),
    },
  ],
  margins: [{ set: { margins }, part: document, shows: 'w:top="1701" w:right="1871" w:bottom="1757" w:left="1814"' }],
  linePitch: [
    { set: { linePitch: 29.45 }, part: styles, shows: styled('HuibeiBody', 'w:line="589" w:lineRule="exact"') },
    { set: { linePitch: 29.45 }, part: document, shows: 'w:linePitch="589"' },
  ],
  grid: [{ set: { grid: 'linesAndChars' }, part: document, shows: 'w:charSpace="-849"' }],
  boldLevel2: [{ set: { boldLevel2: true }, part: styles, shows: styled('Heading2', '<w:b w:val="1"/>') }],
  boldLevel3: [{ set: { boldLevel3: true }, part: styles, shows: styled('Heading3', '<w:b w:val="1"/>') }],
  bylineOrder: [{ set: { bylineOrder: 'date-first' }, part: document, shows: /HuibeiDate".*HuibeiSpeaker"/ }],
  bylineName: [{ set: { bylineName: 'as-written' }, part: document, shows: />张三<\/w:t>/ }],
  bylineDate: [{ set: { bylineDate: 'brackets' }, part: document, shows: />（<.*>2026年11月22日<.*>）</ }],
  pageNumber: [{ set: { pageNumber: 'centre' }, part: 'word/footer1.xml', shows: '<w:jc w:val="center"/>' }],
  pageNumberForm: [
    { set: { pageNumberForm: 'tight' }, part: 'word/footer1.xml', shows: />—<\/w:t>.*PAGE.*>—<\/w:t>/ },
    { set: { pageNumberForm: 'bare' }, part: 'word/footer1.xml', shows: /^(?!.*—).*PAGE/s },
    { set: { pageNumberForm: 'of-total' }, part: 'word/footer1.xml', shows: /第.*PAGE.*页 共.*NUMPAGES.*页/ },
  ],
  // 35 mm less 17 mm and the 141 twips from the dash to the foot of its line.
  pageNumberGap: [{ set: { pageNumberGap: 17 }, part: document, shows: 'w:footer="879"' }],
  podiumSize: [
    { set: { podiumSize: 26 }, copy: 'podium', part: styles, shows: styled('HuibeiBody', '<w:sz w:val="52"/>') },
  ],
  podiumLine: [{ set: { podiumLine: 1.6 }, copy: 'podium', part: styles, shows: styled('HuibeiBody', 'w:line="704"') }],
  podiumBlankLines: [{ set: { podiumBlankLines: 0 }, copy: 'podium', part: document, shows: /正文。(?!.*keepLines)/s }],
  podiumRarePinyin: [{ set: { podiumRarePinyin: false }, copy: 'podium', part: document, shows: /^(?!.*w:ruby)/s }],
  podiumPinyinWords: [{ set: { podiumPinyinWords: '张三' }, copy: 'podium', part: document, shows: 'zhāng' }],
  podiumTimeMarks: [{ set: { podiumTimeMarks: 1 }, copy: 'podium', part: document, shows: '〔约1分钟〕' }],
}

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test('acts in the Word file, and the paper still comes back as it was', async () => {
    for (const { set, copy = 'standard', part, shows } of rows) {
      const matches = (text = '') => (typeof shows === 'string' ? text.includes(shows) : shows.test(text))
      expect(matches((await partsWith(set, copy))[part]), JSON.stringify(set)).toBe(true)
      // Set to something else the file does not say so.
      const key = Object.keys(set)[0] as keyof Layout
      if (key !== 'bylineOrder') expect(matches((await partsWith({}, copy))[part]), `without ${key}`).toBe(false)
    }
  })
})

test('a date without its brackets comes back with them', async () => {
  const bracketed = recognisePaper(sourceLines(['讲话', '（2026年11月22日）', '张三', '正文。'].join('\n'))).doc
  const bytes = await exportDocx({
    doc: bracketed,
    kind: 'speech',
    factText: (key) => ({ text: null, label: key }),
    settings: settingsSchema.parse({ layout: { bylineDate: 'bare' } }),
    layout: 'standard',
    title: '',
    author: '',
    date: '',
  })
  const xml = strFromU8(unzipSync(bytes)[document] ?? new Uint8Array())
  expect(xml).toContain('>2026年11月22日<')
  expect(xml).not.toContain('（')
  expect((await importPaper('a.docx', bytes)).doc.toJSON()).toEqual(bracketed.toJSON())
})

test('an office has a preset, or figures of its own', () => {
  for (const preset of PAGE_PRESETS) expect(pagePreset(settingsSchema.parse({ layout: preset }).layout)).toBe(preset)
  expect(pagePreset(settingsSchema.parse({}).layout)?.id).toBe('standard')
  expect(pagePreset(settingsSchema.parse({ layout: { linePitch: 28 } }).layout)).toBeNull()
})

test('every form of the page number', () => {
  expect(PAGE_NUMBER_FORMS.map((form) => pageNumberText(form, 3, 8))).toEqual(['— 3 —', '—3—', '3', '第3页 共8页'])
})
