import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ExportInput, exportDocx } from '../../../electron/docx/export-docx.ts'
import { PAGE_PRESETS } from '../../../shared/model/page-presets.ts'
import { recognisePaper, sourceLines } from '../../../shared/model/recognise.ts'
import { type PaperNode, paperSchema } from '../../../shared/model/schema.ts'
import { settingsSchema } from '../../../shared/model/settings.ts'

/** A speech with all four levels, and its text as paragraphs joined by "\n". */
export const speechText = readFileSync(new URL('../../fixtures/docx/four-levels.txt', import.meta.url), 'utf8').trim()
export const speech = recognisePaper(sourceLines(speechText)).doc

/** Nothing but full-width characters, enough for three pages. */
export const plainText = '整改责任层层压实件件有着落事事有回音'.repeat(120)
export const plainPaper = paperSchema.node('doc', null, [
  paperSchema.node('title', null, [paperSchema.text('讲话')]),
  paperSchema.node('paragraph', null, [paperSchema.text(plainText)]),
])

/** Words only: neither pinyin nor marks of time. */
const PLAIN = { podiumRarePinyin: false, podiumTimeMarks: 0 }

/** Every value of every setting that shows on paper. */
export const VARIANTS: Record<string, Pick<ExportInput, 'layout' | 'settings'>> = Object.fromEntries(
  Object.entries({
    standard: {},
    'windows-fonts': { fonts: 'windows' },
    'custom-fonts': { fonts: 'custom', customFonts: { title: '华文中宋', body: '仿宋', kai: '楷体' } },
    'other-margins': { margins: { top: 25.4, bottom: 25.4, left: 30, right: 25 } },
    'word-grid': { grid: 'linesAndChars' },
    'bold-levels': { boldLevel2: true, boldLevel3: true },
    'speaker-first': { bylineOrder: 'speaker-first' },
    'centred-numbers': { pageNumber: 'centre' },
    'no-numbers': { pageNumber: 'none' },
    'tight-numbers': { pageNumberForm: 'tight', bylineDate: 'brackets', bylineName: 'as-written' },
    'bare-numbers': { pageNumberForm: 'bare', pageNumberGap: 10, bylineDate: 'bare' },
    'total-numbers': { pageNumberForm: 'of-total', pageNumber: 'centre' },
    compensated: PAGE_PRESETS[1] ?? {},
    'podium-18': { podiumSize: 18, ...PLAIN },
    'podium-22': { podiumSize: 22, ...PLAIN },
    'podium-26': { podiumSize: 26, podiumLine: 1.6, podiumBlankLines: 0, ...PLAIN },
    'podium-aids': { podiumPinyinWords: '整改、巡察(xún chá)', podiumTimeMarks: 1 },
  }).map(([name, layout]) => [
    name,
    { layout: name.startsWith('podium') ? 'podium' : 'standard', settings: settingsSchema.parse({ layout }) },
  ]),
)

export function exportVariant(doc: PaperNode, name: string, version?: string): Promise<Uint8Array> {
  const variant = VARIANTS[name]
  if (!variant) throw new Error(`no variant ${name}`)
  return exportDocx({
    ...variant,
    doc,
    kind: 'speech',
    factText: (key) => ({ text: null, label: key }),
    title: '在反馈会议上的讲话',
    author: '县委办公室',
    date: '2026-11-20T08:00:00Z',
    ...(version ? { version } : {}),
  })
}

/** A folder of the test's own, gone when it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-word-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
