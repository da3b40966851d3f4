import { execFile, execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportHandout } from '../../../electron/docx/export-handout.ts'
import { buildHandout, type HandoutData } from '../../../shared/model/handouts/build-handout.ts'
import { HANDOUT_KINDS, type HandoutKind } from '../../../shared/model/handouts/handout.ts'
import { defaultSettings, type Settings, settingsSchema } from '../../../shared/model/settings.ts'
import { requires } from '../requires.ts'
import { convert, pageLines } from './libreoffice.ts'
import { ownFolder } from './papers.ts'

const people = Array.from({ length: 40 }, (_, index) => ({
  name: index % 2 === 0 ? '李明' : '欧阳春晓',
  post: '党委委员、组织委员',
  organization: `第${index + 1}个单位`,
}))
const data: HandoutData = {
  meeting: '县委第二巡察组巡察柳溪镇情况反馈会议',
  time: '2026年12月15日上午9时',
  place: '镇政府三楼会议室',
  givenBy: '县委第二巡察组',
  receivedBy: '柳溪镇党委',
  people,
  papers: ['反馈意见', '立行立改通知书'],
  checklist: {
    paper: '在会议上的讲话',
    rows: people.map(({ organization }) => ({
      title: `要点${organization}`,
      level: '必备',
      state: '已写到',
      note: '“<引&文>”',
    })),
    faults: ['“台帐”：应写作“台账”'],
  },
  duties: people.map(({ organization }) => ({
    problem: `${organization}问题整改不到位，长期没有清理`,
    measures: '查清底数\n限期清理\n建立制度',
    leader: '唐稼轩',
    department: '镇党政办',
    partners: '镇财政所',
    owner: '冯小禾',
    deadline: '2027年6月15日',
    remark: '',
  })),
  blankRows: 3,
}

/** The dashes of a page's number: millimetres of their middles from the upper left corner. */
function numberDashes(pdftotext: string, pdf: string, page: number): { x: number; y: number }[] {
  const boxes = execFileSync(pdftotext, ['-bbox', '-f', `${page}`, '-l', `${page}`, pdf, '-'], { encoding: 'utf8' })
  const dashes = boxes.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">—</g)
  return [...dashes].map((match) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1).map((points) => (Number(points) / 72) * 25.4)
    return { x: (left + right) / 2, y: (top + bottom) / 2 }
  })
}

const exported = (kind: HandoutKind, settings: Settings = defaultSettings) =>
  exportHandout({ handout: buildHandout(kind, data), settings, author: '党政办', date: '2026-12-01T00:00:00Z' })

describe.each(HANDOUT_KINDS)('%s', (kind) => {
  test('is valid for Word 2010, 2019 and 365, names its fonts and styles, and is the same twice', async (context) => {
    const { 'ooxml-validator': validator } = requires(context, 'ooxml-validator')
    const layouts = [
      {},
      { fonts: 'windows', pageNumber: 'centre' },
      { pageNumber: 'none', margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    ]
    for (const layout of layouts) {
      const bytes = await exported(kind, settingsSchema.parse({ layout }))
      const file = join(ownFolder(), 'handout.docx')
      writeFileSync(file, bytes)
      const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
      const versions = layout === layouts[0] ? ['Office2010', 'Office2019', 'Microsoft365'] : ['Office2010']
      for (const office of versions) {
        const { stdout } = await promisify(execFile)(validator, [file, office], { env }).catch((error) => error)
        expect(JSON.parse(stdout).errors, office).toEqual([])
      }
      const parts = unzipSync(bytes)
      const [document, styles] = ['word/document.xml', 'word/styles.xml'].map((name) =>
        strFromU8(parts[name] ?? new Uint8Array()),
      ) as [string, string]
      for (const [, id] of document.matchAll(/<w:(?:pStyle|rStyle) w:val="([^"]+)"/g))
        expect(styles).toContain(`w:styleId="${id}"`)
      for (const [run] of document.matchAll(/<w:r>.*?<\/w:r>/gs)) {
        expect(run).toContain('w:eastAsia="')
        expect(run).toContain('w:hint="eastAsia"')
      }
      expect(
        Object.values(parts)
          .map((part) => strFromU8(part))
          .join(''),
      ).not.toMatch(/asciiTheme|eastAsiaTheme|Calibri|等线/)
    }
    expect(await exported(kind)).toEqual(await exported(kind))
  })
})

test('rendered: all of the rows, the head again on every page, across where it should be', async (context) => {
  const programs = requires(context, 'soffice', 'pdftotext', 'pdfinfo', 'chinese fonts')
  const folder = ownFolder()
  const files = await Promise.all(
    HANDOUT_KINDS.map(async (kind) => {
      const file = join(folder, `${kind}.docx`)
      writeFileSync(file, await exported(kind))
      return file
    }),
  )
  const pdfs = convert(programs.soffice, folder, 'pdf', files)
  for (const [index, kind] of HANDOUT_KINDS.entries()) {
    const pdf = pdfs[index] ?? ''
    const info = execFileSync(programs.pdfinfo, [pdf], { encoding: 'utf8' })
    const across = kind === 'duties' || kind === 'name-cards'
    expect(info, kind).toMatch(across ? /Page size:\s+841\.\d+ x 595/ : /Page size:\s+595\.\d+ x 841/)
    const pages = pageLines(programs.pdftotext, pdf)
    const text = pages.flat().join('').replace(/\s/g, '')
    if (kind === 'name-cards') {
      expect(pages).toHaveLength(people.length)
      for (const page of pages) expect(page).toHaveLength(2)
      expect(text).toContain('李明李明欧阳春晓欧阳春晓')
      continue
    }
    if (kind === 'duties') {
      // Held upright, the number is 7 mm under the text, outside: here beside its left edge, at the foot and the head.
      for (const page of [1, 2]) {
        const dashes = numberDashes(programs.pdftotext, pdf, page)
        expect(dashes, `page ${page}`).toHaveLength(2)
        for (const { x } of dashes) expect(Math.abs(35 - 7 - x), `page ${page}: ${x} mm`).toBeLessThan(1)
        const ys = dashes.map(({ y }) => y)
        if (page === 1) expect(Math.max(...ys)).toBeGreaterThan(210 - 26 - 15)
        else expect(Math.min(...ys)).toBeLessThan(28 + 15)
      }
      expect(text.match(/反馈问题整改措施/g) ?? []).toHaveLength(pages.length)
      // A torn row would leave measures on the next page without the number of their row.
      for (const page of pages.slice(1)) expect(page.slice(0, 4).join('')).not.toMatch(/^建立制度/)
    }
    const rows = buildHandout(kind, data).table?.rows ?? []
    const wanted = rows.flat().join('').replace(/\s/g, '')
    for (const char of new Set(wanted))
      expect(text.split(char).length, `${kind} ${char}`).toBeGreaterThanOrEqual(wanted.split(char).length)
  }
})
