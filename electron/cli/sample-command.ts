import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { factTexts } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { defaultSettings } from '../../shared/model/settings.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { sampleMeeting } from '../../shared/packs/sample.ts'
import { exportDocx } from '../docx/export-docx.ts'
import { exportFileName } from '../docx/file-name.ts'
import { documentTitle } from '../services/document-title.ts'
import type { CommandLine } from './command-line.ts'
import { Unusable, WrongUsage } from './unusable.ts'
import { writeOutput } from './write-output.ts'

const FACTS_FILE = '会议要素.json'

/** Writes the papers of the sample meeting and its facts, ready for `check --facts`. */
export async function writeSample({ words, options }: CommandLine): Promise<number> {
  const folder = options.out
  if (!folder) throw new WrongUsage('没有写 --out 文件夹。')
  if (words[0] !== undefined) throw new WrongUsage(`不认识“${words[0]}”。`)
  const files = await sampleFiles()
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    throw new Unusable(`不能建立文件夹“${folder}”。`)
  }
  // All are looked at before one is written: somebody may have worked on theirs.
  for (const [name, bytes] of files) {
    const there = await readFile(join(folder, name)).catch(() => null)
    if (there && !there.equals(bytes)) throw new Unusable(`“${join(folder, name)}”已经存在，没有覆盖；请换一个文件夹。`)
  }
  for (const [name, bytes] of files) {
    await writeOutput(join(folder, name), bytes)
    process.stdout.write(`${join(folder, name)}\n`)
  }
  return 0
}

/** The same bytes every time: the document properties carry the day of the meeting. */
async function sampleFiles(): Promise<Map<string, Uint8Array>> {
  const settings = defaultSettings
  const { facts } = sampleMeeting
  const people = sampleMeeting.people.map((person, index) => ({ id: String(index + 1), ...person }))
  const factText = factTexts({ definitions: builtInPack.facts, values: facts, people, settings })
  const date = `${facts.meetingDate}T00:00:00.000Z`
  const files = new Map<string, Uint8Array>()
  for (const { kind, body } of sampleMeeting.papers) {
    const doc = readPaper(body)
    const title = documentTitle(doc, factText)
    const bytes = await exportDocx({ doc, kind, factText, settings, layout: 'standard', title, author: '', date })
    files.set(exportFileName({ title, layout: 'standard', date }), bytes)
  }
  files.set(FACTS_FILE, Buffer.from(`${JSON.stringify({ ...facts, people: sampleMeeting.people }, null, 2)}\n`))
  return files
}
