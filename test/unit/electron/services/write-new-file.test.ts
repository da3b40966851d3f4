import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hostService } from '../../../../electron/services/host.ts'
import { writeNewFile } from '../../../../electron/services/write-new-file.ts'
import { Failure } from '../../../../shared/contract/failures.ts'
import { tempFolder } from '../../../temp-folder.ts'

test('what is there already is never touched', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, '讲话.docx'), 'old')
  mkdirSync(join(folder, '讲话（2）.docx'))
  expect(await writeNewFile(folder, '讲话.docx', Buffer.from('new'))).toBe('讲话（3）.docx')
  expect(await writeNewFile(folder, '主持词.docx', Buffer.from('other'))).toBe('主持词.docx')
  expect(readFileSync(join(folder, '讲话.docx'), 'utf8')).toBe('old')
  expect(readFileSync(join(folder, '讲话（3）.docx'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toHaveLength(4)
})

test('of many at once none takes the place of another', async () => {
  const folder = tempFolder()
  const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`)
  const names = await Promise.all(texts.map((text) => writeNewFile(folder, 'a.docx', Buffer.from(text))))
  expect(new Set(names).size).toBe(12)
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(texts)
  expect(readdirSync(folder).sort()).toEqual([...names].sort())
})

test('what cannot be written leaves nothing behind', async () => {
  const folder = tempFolder()
  await expect(writeNewFile(join(folder, 'gone'), 'a.docx', Buffer.from('x'))).rejects.toMatchObject({
    code: 'folder-missing',
  })
  if (process.getuid?.() === 0) return
  chmodSync(folder, 0o500)
  await expect(writeNewFile(folder, 'a.docx', Buffer.from('x'))).rejects.toBeInstanceOf(Failure)
  chmodSync(folder, 0o700)
  expect(readdirSync(folder)).toEqual([])
})

test('a host writes only where the user said, and never outside of it', async () => {
  const folder = tempFolder()
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  const host = hostService('electron', { chooseFolder: async () => inner })
  const bytes = Buffer.from('x').toString('base64')
  await expect(host['folder.write']({ folderId: inner, fileName: 'a.docx', bytes })).rejects.toMatchObject({
    code: 'not-found',
  })
  const { folder: chosen } = await host['folder.choose']({})
  const written = await host['folder.write']({ folderId: chosen?.id ?? '', fileName: '../../evil.exe', bytes })
  expect(written.fileName).toMatch(/^[^/\\]+\.docx$/)
  expect(readdirSync(folder)).toEqual(['inner'])
  expect(readdirSync(inner)).toEqual([written.fileName])
})

test('a host that cannot says so', async () => {
  const host = hostService('loopback', {})
  expect(await host['host.info']({})).toMatchObject({ canPrintToPdf: false, canChooseFolder: false })
  await expect(host['print.pdf']({ fileName: 'a' })).rejects.toMatchObject({ code: 'unknown-command' })
  await expect(host['folder.choose']({})).rejects.toMatchObject({ code: 'unknown-command' })
})
