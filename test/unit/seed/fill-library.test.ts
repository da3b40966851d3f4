import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { fillLibrary } from '../../seed/fill-library.ts'
import { tempFolder } from '../../temp-folder.ts'

async function filled(seed: number) {
  const dataDir = tempFolder()
  await fillLibrary({ dataDir, meetings: 3, paragraphs: 60, seed })
  const library = new Database(join(dataDir, 'huibei.db'), { readonly: true })
  const bodies = library.prepare('SELECT body FROM papers ORDER BY rowid').pluck().all() as string[]
  const texts = library.prepare('SELECT text FROM library_documents ORDER BY rowid').pluck().all() as string[]
  library.close()
  return { bodies, texts }
}

test('gives as many paragraphs as asked for, the same for the same seed', async () => {
  const one = await filled(1)
  const inPapers = one.bodies.reduce((sum, body) => sum + body.split('"type":"paragraph"').length - 1, 0)
  expect(inPapers + one.texts.join('\n').split('\n').length).toBe(60)
  expect(await filled(1)).toEqual(one)
  expect(await filled(2)).not.toEqual(one)
})
