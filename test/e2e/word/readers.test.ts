import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { importPaper } from '../../../electron/import/import-paper.ts'
import { requires } from '../requires.ts'
import { convert } from './libreoffice.ts'
import { exportVariant, ownFolder, speech, speechText } from './papers.ts'

const [titleText = '', ...paragraphs] = speechText.split('\n')

async function exported(name: string): Promise<{ folder: string; file: string }> {
  const folder = ownFolder()
  const file = join(folder, 'paper.docx')
  writeFileSync(file, await exportVariant(speech, name))
  return { folder, file }
}

for (const name of ['standard', 'podium-22']) {
  test(`${name}: python-docx reads the text back`, async (context) => {
    const { 'python3-docx': python } = requires(context, 'python3-docx')
    const { file } = await exported(name)
    const script = 'import docx,json,sys; print(json.dumps([p.text for p in docx.Document(sys.argv[1]).paragraphs]))'
    const output = execFileSync(python, ['-c', script, file], { encoding: 'utf8' })
    const [title, ...rest]: string[] = JSON.parse(output)
    // The break inside the long title is there for the eye.
    expect(title?.replace('\n', '')).toBe(titleText)
    expect(rest).toEqual(paragraphs)
  })

  test(`${name}: pandoc reads the text back, and the outline`, async (context) => {
    const { pandoc } = requires(context, 'pandoc')
    const { file } = await exported(name)
    const output = execFileSync(pandoc, ['-f', 'docx', '-t', 'plain', '--wrap=none', file], { encoding: 'utf8' })
    expect(output.split('\n').filter((line) => line !== '')).toEqual(paragraphs)
    const tree = JSON.parse(execFileSync(pandoc, ['-f', 'docx', '-t', 'json', file], { encoding: 'utf8' }))
    const levels = tree.blocks.flatMap((block: { t: string; c: number[] }) =>
      block.t === 'Header' ? [block.c[0]] : [],
    )
    const expected = speech.children.flatMap((node) => (node.type.name === 'heading' ? [node.attrs.level] : []))
    expect(levels).toEqual(expected)
  })

  test(`${name}: mammoth reads the text back`, async () => {
    const { file } = await exported(name)
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) })
    expect(value.replace(/\s/g, '')).toBe(speechText.replace(/\s/g, ''))
  })

  test(`${name}: comes back exactly after a save by LibreOffice`, async (context) => {
    const { soffice } = requires(context, 'soffice')
    const { folder, file } = await exported(name)
    const [saved = ''] = convert(soffice, folder, 'docx', [file])
    const { doc, notes } = await importPaper('paper.docx', readFileSync(saved))
    expect(doc.toJSON()).toEqual(speech.toJSON())
    expect(notes).toEqual([])
  })
}

test('a lectern copy with pinyin and marks of time comes back exactly, also after a save by LibreOffice', async (context) => {
  const { soffice } = requires(context, 'soffice')
  const { folder, file } = await exported('podium-aids')
  const [saved = ''] = convert(soffice, folder, 'docx', [file])
  for (const path of [file, saved]) {
    const { doc, notes } = await importPaper('paper.docx', readFileSync(path))
    expect(doc.toJSON()).toEqual(speech.toJSON())
    expect(notes).toEqual([])
  }
})
