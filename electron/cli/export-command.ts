import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { factTexts } from '../../shared/model/facts.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { textView } from '../../shared/model/text-view.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { exportDocx } from '../docx/export-docx.ts'
import { documentTitle } from '../services/document-title.ts'
import type { CommandLine } from './command-line.ts'
import { guessKind } from './guess-kind.ts'
import { theOneFile } from './one-file.ts'
import { readKind } from './paper-kind.ts'
import { readPaperFile } from './read-paper-file.ts'
import { Unusable, WrongUsage } from './unusable.ts'
import { writeOutput } from './write-output.ts'

const LAYOUTS = ['standard', 'podium'] as const

export async function exportPaper({ words, options }: CommandLine): Promise<number> {
  const file = theOneFile(words)
  const layout = LAYOUTS.find((candidate) => candidate === (options.layout ?? 'standard'))
  if (!layout) throw new WrongUsage(`--layout 只能是 ${LAYOUTS.join('、')}，不能是“${options.layout}”。`)
  const askedKind = readKind(options.kind)
  const out = await outputPath(options.out, file)

  const { doc, notes } = await readPaperFile(file)
  const settings = defaultSettings
  const factText = factTexts({ definitions: builtInPack.facts, values: {}, people: [], settings })
  const title = documentTitle(doc, factText)
  const kind = askedKind ?? guessKind(title, file, textView(doc, factText).text).kind
  const date = new Date().toISOString()
  const bytes = await exportDocx({ doc, kind, factText, settings, layout, title, author: '', date })
  await writeOutput(out, bytes)
  for (const note of notes) process.stderr.write(`提示：${note}\n`)
  process.stdout.write(`已导出：${out}\n`)
  return 0
}

/** @throws Unusable when nothing can be written there, or it is the very file that is read */
async function outputPath(out: string | undefined, file: string): Promise<string> {
  if (!out) throw new WrongUsage('没有写 --out 输出文件。')
  if (!/\.docx$/i.test(out)) throw new WrongUsage(`--out 要以 .docx 结尾，不能是“${out}”。`)
  const folder = await stat(dirname(out)).catch(() => null)
  if (!folder?.isDirectory()) throw new Unusable(`找不到文件夹“${dirname(out)}”。`)
  const [from, to] = await Promise.all([file, out].map((path) => realpath(path).catch(() => path)))
  if (from === to) throw new Unusable('--out 不能是原来的文稿，请换一个文件名。')
  if (
    await stat(out).then(
      (about) => about.isDirectory(),
      () => false,
    )
  )
    throw new Unusable(`“${out}”是文件夹。`)
  return out
}
