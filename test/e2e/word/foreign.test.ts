import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPaper } from '../../../electron/import/import-paper.ts'
import { readDraft } from '../../../electron/import/read-draft.ts'
import { numberBlocks } from '../../../shared/model/numbering.ts'
import { requires } from '../requires.ts'
import { convert } from './libreoffice.ts'
import { exportVariant, ownFolder, speech, speechText } from './papers.ts'

const joined = (text: string) => text.replace(/\s/g, '')

for (const ending of ['doc', 'odt'] as const)
  test(`a .${ending} that LibreOffice wrote is read with all of its words and its levels`, async (context) => {
    const { soffice } = requires(context, 'soffice')
    const folder = ownFolder()
    const file = join(folder, 'paper.docx')
    writeFileSync(file, await exportVariant(speech, 'standard'))
    const [path = ''] = convert(soffice, folder, ending, [file])
    const bytes = readFileSync(path)
    const { doc, text } = await importPaper(`paper.${ending}`, bytes)
    expect(joined(text)).toBe(joined(speechText))
    const levels = (paper: typeof doc) =>
      numberBlocks(paper).flatMap((marker, index) => (marker ? [[marker, paper.child(index).attrs.level]] : []))
    expect(levels(doc)).toEqual(levels(speech))
    // By what is inside, not by its name: WPS calls the same format .wps.
    expect((await importPaper('paper.wps', bytes)).text).toBe(text)
  })

test('the version a file was exported from stays in it when LibreOffice saves it', async (context) => {
  const { soffice } = requires(context, 'soffice')
  const folder = ownFolder()
  const file = join(folder, 'paper.docx')
  writeFileSync(file, await exportVariant(speech, 'standard', '0123456789abcdef'))
  const [path = ''] = convert(soffice, folder, 'docx', [file])
  expect((await readDraft('a.docx', readFileSync(file))).version).toBe('0123456789abcdef')
  expect((await readDraft('a.docx', readFileSync(path))).version).toBe('0123456789abcdef')
})
