import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numberBlocks } from '../../../shared/model/numbering.ts'
import { recognisePaper, sourceLines } from '../../../shared/model/recognise.ts'
import type { PaperNode } from '../../../shared/model/schema.ts'
import { paperSchema } from '../../../shared/model/schema.ts'
import { headLength } from '../../../shared/model/text-view.ts'
import { requires } from '../requires.ts'
import { convert, pageLines, strokes } from './libreoffice.ts'
import { exportVariant, ownFolder, plainPaper, plainText, speech, speechText, VARIANTS } from './papers.ts'

const PAGE_NUMBER = /^(?:—\s*\d+\s*—|\d+|第\s*\d+\s*页\/?\s*共\s*\d+\s*页)$/

async function render(soffice: string, papers: Record<string, [PaperNode, string]>): Promise<Record<string, string>> {
  const folder = ownFolder()
  const files: string[] = []
  for (const [name, [doc, variant]] of Object.entries(papers)) {
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, await exportVariant(doc, variant))
    files.push(file)
  }
  const pdfs = convert(soffice, folder, 'pdf', files)
  return Object.fromEntries(Object.keys(papers).map((name, index) => [name, pdfs[index] ?? '']))
}

function counted(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const char of text.replace(/\s/g, '')) counts[char] = (counts[char] ?? 0) + 1
  return counts
}

describe('the standard page (GB/T 9704-2012, 5.2 and 7.5)', () => {
  test('A4, 22 lines of 28 characters', async (context) => {
    const programs = requires(context, 'soffice', 'pdftotext', 'pdfinfo', 'chinese fonts')
    const { plain = '' } = await render(programs.soffice, { plain: [plainPaper, 'standard'] })
    expect(execFileSync(programs.pdfinfo, [plain], { encoding: 'utf8' })).toMatch(/Page size:\s+595\.\d+ x 841\.\d+/)
    const second = pageLines(programs.pdftotext, plain)[1] ?? []
    expect(second.at(-1)).toMatch(/—\s*2\s*—/)
    const lines = second.slice(0, -1)
    expect(lines).toHaveLength(22)
    expect(lines.map((line) => line.length)).toEqual(Array(22).fill(28))
  })

  test('the page number stands 7 mm under the text, odd pages right, even pages left, one character in', async (context) => {
    const programs = requires(context, 'soffice', 'pdftoppm', 'chinese fonts')
    const { plain = '' } = await render(programs.soffice, { plain: [plainPaper, 'standard'] })
    const underText = 297 - 35
    const dashes = (page: number) => strokes(programs.pdftoppm, plain, page, underText, 3)
    for (const page of [1, 2, 3]) {
      const ys = dashes(page).map(({ y }) => y - underText)
      expect(ys.length, `page ${page}`).toBeGreaterThan(0)
      for (const y of ys) expect(Math.abs(y - 7), `page ${page}: ${y} mm`).toBeLessThan(0.5)
    }
    const character = (14 / 72) * 25.4
    const right = Math.max(...dashes(1).map((stroke) => stroke.right))
    expect(Math.abs(210 - 26 - character - right)).toBeLessThan(1)
    const left = Math.min(...dashes(2).map((stroke) => stroke.left))
    expect(Math.abs(28 + character - left)).toBeLessThan(1)
  })

  test('centred numbers are in the middle', async (context) => {
    const programs = requires(context, 'soffice', 'pdftoppm', 'chinese fonts')
    const { plain = '' } = await render(programs.soffice, { plain: [plainPaper, 'centred-numbers'] })
    const found = strokes(programs.pdftoppm, plain, 2, 262, 3)
    const middle = (Math.min(...found.map(({ left }) => left)) + Math.max(...found.map(({ right }) => right))) / 2
    expect(Math.abs(middle - (28 + 156 / 2))).toBeLessThan(1)
  })
})

test('no character is lost, whatever the settings', async (context) => {
  const programs = requires(context, 'soffice', 'pdftotext', 'chinese fonts')
  const names = Object.keys(VARIANTS).filter((name) => name !== 'podium-aids')
  const pdfs = await render(
    programs.soffice,
    Object.fromEntries(names.map((name) => [name, [speech, name] as const])) as Record<string, [PaperNode, string]>,
  )
  for (const name of names) {
    const isBare = VARIANTS[name]?.settings.layout.bylineDate === 'bare'
    const expected = counted(isBare ? speechText.replace(/^（(\d+年.*)）$/m, '$1') : speechText)
    const lines = pageLines(programs.pdftotext, pdfs[name] ?? '').flat()
    const numbers = lines.filter((line) => PAGE_NUMBER.test(line))
    expect(numbers.length > 0, name).toBe(name !== 'no-numbers')
    expect(counted(lines.filter((line) => !PAGE_NUMBER.test(line)).join('')), name).toEqual(expected)
  }
})

/** A paper whose headings of every level stand alone on their lines, and one in which they run on. */
const HEADED: Record<string, PaperNode> = {
  'run-in': speech,
  alone: recognisePaper(
    sourceLines(
      [
        '讲话',
        '同志们：',
        ...['一', '二'].flatMap((number) => [
          `${number}、提高政治站位`,
          '整改责任要落实到人。'.repeat(7),
          '（一）扛起主体责任',
          '整改责任要落实到人。'.repeat(9),
          '1.紧盯重点领域',
          '整改责任要落实到人。'.repeat(5),
          '（1）管好资金账本',
          '整改责任要落实到人。'.repeat(8),
          '（二）用好巡察成果，把问题清单变成责任清单，逐项明确完成时限要求',
          '1.强化结果运用',
          '整改责任要落实到人。'.repeat(6),
        ]),
      ].join('\n'),
    ),
  ).doc,
}

/** Numbers with their heads; an item of a list, which ends with a full stop, heads nothing. */
function headsOf(doc: PaperNode): { level: number; text: string }[] {
  const markers = numberBlocks(doc)
  return doc.children.flatMap((node, index) => {
    if (node.type.name !== 'heading') return []
    const words = node.textContent
    const end = headLength(words)
    if (end === words.length && node.attrs.level > 1 && /[。；！？]$/.test(words)) return []
    return [{ level: node.attrs.level, text: (markers[index] ?? '') + words.slice(0, end) }]
  })
}

test('no heading of any level stands alone at the foot of a page', async (context) => {
  const programs = requires(context, 'soffice', 'pdftotext', 'chinese fonts')
  // Lines before the text push every heading over the foot once.
  const pushed = (doc: PaperNode, count: number) => {
    const filler = Array.from({ length: count }, () =>
      paperSchema.node('paragraph', null, [paperSchema.text('占一行。')]),
    )
    const front = doc.children.filter((node) => ['title', 'byline', 'salutation'].includes(node.type.name))
    return paperSchema.node('doc', null, [...front, ...filler, ...doc.children.slice(front.length)])
  }
  expect(Object.values(HEADED).map((doc) => new Set(headsOf(doc).map(({ level }) => level)).size)).toEqual([4, 4])
  const papers: Record<string, [PaperNode, string]> = {}
  for (const [name, doc] of Object.entries(HEADED)) {
    for (let count = 0; count < 22; count++) papers[`${name}-standard-${count}`] = [pushed(doc, count), 'standard']
    for (let count = 0; count < 16; count++) papers[`${name}-podium-${count}`] = [pushed(doc, count), 'podium-22']
  }
  let feet = 0
  for (const [name, pdf] of Object.entries(await render(programs.soffice, papers))) {
    const heads = headsOf(HEADED[name.split(/-(?=standard|podium)/)[0] ?? ''] ?? speech)
    for (const page of pageLines(programs.pdftotext, pdf).slice(0, -1)) {
      const foot = (page.filter((line) => !PAGE_NUMBER.test(line)).at(-1) ?? '').replace(/\s/g, '')
      feet += 1
      expect(
        heads.filter(({ text }) => text.endsWith(foot)),
        `${name}: ${foot}`,
      ).toEqual([])
    }
  }
  expect(feet).toBeGreaterThan(120)
})

test('the body of a full page is the text and nothing else', async (context) => {
  const programs = requires(context, 'soffice', 'pdftotext', 'chinese fonts')
  const { plain = '' } = await render(programs.soffice, { plain: [plainPaper, 'podium-22'] })
  const lines = pageLines(programs.pdftotext, plain).flat()
  expect(lines.filter((line) => !PAGE_NUMBER.test(line)).join('')).toBe(`讲话${plainText}`)
  expect(lines).toContain(`第 1 页/共 ${lines.filter((line) => PAGE_NUMBER.test(line)).length} 页`)
})

test('pinyin and marks of time take no line and lose no character', async (context) => {
  const programs = requires(context, 'soffice', 'pdftotext', 'chinese fonts')
  const pdfs = await render(programs.soffice, { aids: [speech, 'podium-aids'], plain: [speech, 'podium-22'] })
  const [aids, plain] = ['aids', 'plain'].map((name) => pageLines(programs.pdftotext, pdfs[name] ?? '')) as [
    string[][],
    string[][],
  ]
  const text = aids.flat().join('').replace(/\s/g, '')
  expect(text).toMatch(/〔约1分钟〕.*〔约2分钟〕/)
  expect(text).toContain('xún')
  const words = counted(text)
  for (const [char, count] of Object.entries(counted(speechText)))
    expect(words[char] ?? 0, char).toBeGreaterThanOrEqual(count)
  expect(Math.abs(aids.length - plain.length)).toBeLessThanOrEqual(1)
})
