import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { exportDocx } from '../../electron/docx/export-docx.ts'
import { importPaper } from '../../electron/import/import-paper.ts'
import { recognisePaper, sourceLines } from '../../shared/model/recognise.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import type { Measurement } from './measurement.ts'

/** A speech of about so many characters, with headings of four levels. */
function longText(characters: number): string {
  const lines = ['在反馈会议上的讲话', '（2026年11月22日）', '张　三', '同志们：']
  let length = 0
  for (let part = 0; length < characters; part++) {
    const own = [
      `${'一二三四五六七八九十'.charAt(part % 10)}、压实责任，抓好整改落实`,
      '（一）要提高站位。各级党组织要把整改作为重大政治任务，对照反馈问题逐条研究，逐项明确责任人和完成时限。',
      '镇党委书记是第一责任人，要亲自部署、亲自过问、亲自协调、亲自督办；班子成员要落实“一岗双责”，把分管领域的问题改到位。'.repeat(
        3,
      ),
    ]
    lines.push(...own)
    length += own.join('').length
  }
  return lines.join('\n')
}

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The floor: the same paragraphs as bare XML in a zip, without any look. */
function rawDocx(text: string): Uint8Array {
  const escaped = (line: string) => line.replace(/[&<>]/g, (char) => MARKUP[char] ?? char)
  const body = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`)
    .join('')
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const part = new TextEncoder().encode(`<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`)
  return zipSync({ 'word/document.xml': part })
}

/** Runs something often; times in order. */
async function times(run: () => unknown, runs: number): Promise<number[]> {
  for (let index = 0; index < Math.ceil(runs / 3); index++) await run()
  const result: number[] = []
  for (let index = 0; index < runs; index++) {
    const start = performance.now()
    await run()
    result.push(performance.now() - start)
  }
  return result.sort((a, b) => a - b)
}

async function measured(what: string, run: () => unknown, runs: number, budget?: number): Promise<Measurement> {
  const sorted = await times(run, runs)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { what, median: at(0.5), p95: at(0.95), ...(budget === undefined ? {} : { budget }) }
}

const PYTHON = `import sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding='utf-8'):
    document.add_paragraph(line.rstrip('\\n'))
document.save(sys.argv[2])`

/** Other programs on the same text, as whole processes; what is not installed is left out. */
async function others(text: string, folder: string): Promise<Measurement[]> {
  const input = join(folder, 'in.txt')
  writeFileSync(input, text)
  const run = (program: string, args: string[]) => () =>
    spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, HOME: folder } }).status
  const programs: [string, () => number | null][] = [
    ['pandoc', run('pandoc', ['-f', 'markdown', '-o', join(folder, 'pandoc.docx'), input])],
    ['python-docx', run('/usr/bin/python3', ['-c', PYTHON, input, join(folder, 'python.docx')])],
    ['LibreOffice', run('soffice', ['--headless', '--convert-to', 'docx', '--outdir', folder, input])],
  ]
  const result: Measurement[] = []
  for (const [name, convert] of programs) {
    if (convert() !== 0) continue
    result.push(await measured(`${text.length} characters: ${name}, whole process`, convert, 3))
  }
  return result
}

export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huibei-bench-'))
  const result: Measurement[] = []
  const medians = new Map<number, number>()
  const exported = (text: string) => {
    const { doc } = recognisePaper(sourceLines(text))
    return () =>
      exportDocx({
        doc,
        kind: 'speech',
        factText: (key) => ({ text: null, label: key }),
        settings: defaultSettings,
        layout: 'standard',
        title: '讲话',
        author: '',
        date: '2026-11-22T00:00:00Z',
      })
  }
  for (const [characters, runs, budget] of [
    [5_000, 40, 30],
    [50_000, 10],
    [500_000, 3],
  ] as const) {
    const text = longText(characters)
    const run = exported(text)
    const own = await measured(`${text.length} characters: export to Word`, run, runs, budget)
    const floor = await measured(`${text.length} characters: bare XML and zip`, () => rawDocx(text), runs)
    const bytes = await run()
    const back = await measured(`${text.length} characters: read back`, () => importPaper('a.docx', bytes), runs)
    result.push(own, floor, back)
    medians.set(characters, own.median)
    const ratio = own.median / floor.median
    result.push({ what: `${text.length} characters: export to Word, times the bare XML`, median: ratio, p95: ratio })
  }
  // A pass that is not linear would show far above the share of the text: ten times, a hundred times.
  for (const [more, less, budget] of [
    [500_000, 50_000, 15],
    [500_000, 5_000, 150],
  ] as const) {
    const growth = (medians.get(more) ?? 0) / (medians.get(less) ?? 1)
    const what = `export of ${more} against ${less} characters: times as long`
    result.push({ what, median: growth, p95: growth, budget })
  }

  const text = longText(20_000)
  const own = await measured(`${text.length} characters: export to Word`, exported(text), 10)
  for (const other of await others(text, folder)) {
    result.push(other)
    const ratio = other.median / own.median
    result.push({ what: `${other.what}, times our export in process`, median: ratio, p95: ratio })
  }
  rmSync(folder, { recursive: true, force: true })
  return result
}
