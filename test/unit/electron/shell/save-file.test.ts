import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSaveFile, safeFileName, saveDialogOptions } from '../../../../electron/shell/save-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huibei-save-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a file name', () => {
  test.each([
    ['在反馈会上的讲话.docx', '在反馈会上的讲话.docx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.docx', 'C__Windows_x.docx'],
    ['a\u0000b?.docx', 'a_b_.docx'],
    ['CON.docx', '文稿.docx'],
    ['...docx', '文稿.docx'],
    ['', '文稿'],
    ['x.d\u202eocx', 'x'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(120)}.docx`],
  ])('%j becomes %j', (wish, name) => {
    expect(safeFileName(wish)).toBe(name)
  })
})

describe('saving', () => {
  const asked: SaveDialogOptions[] = []
  const save = (filePath: string | undefined) =>
    createSaveFile({
      dialog: {
        showSaveDialog: async (...args: unknown[]) => {
          asked.push(args.at(-1) as SaveDialogOptions)
          return { canceled: filePath === undefined, filePath: filePath ?? '' }
        },
      },
      window: () => undefined,
      folderFile: join(folder, 'state/save-folder.json'),
      documents: '/documents',
    })('讲话.docx', Buffer.from('bytes'))
  beforeEach(() => void asked.splice(0))

  test('writes the file whole and leaves nothing else', async () => {
    mkdirSync(join(folder, 'out'))
    expect(await save(join(folder, 'out/讲话.docx'))).toBe(true)
    expect(readdirSync(join(folder, 'out'))).toEqual(['讲话.docx'])
    expect(readFileSync(join(folder, 'out/讲话.docx'), 'utf8')).toBe('bytes')
  })

  test('asks in the folder of last time', async () => {
    mkdirSync(join(folder, 'out'))
    await save(join(folder, 'out/讲话.docx'))
    await save(undefined)
    expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(['/documents/讲话.docx', join(folder, 'out/讲话.docx')])
    expect(asked[0]?.filters).toEqual([{ name: 'Word 文档', extensions: ['docx'] }])
  })

  test('writes nothing when the user gives up', async () => {
    expect(await save(undefined)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a folder that is gone is a failure of the contract, and the remembered folder stays', async () => {
    await expect(save(join(folder, 'gone/讲话.docx'))).rejects.toMatchObject({ code: 'folder-missing' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('a remembered thing that is no folder is passed over', async () => {
    mkdirSync(join(folder, 'state'))
    writeFileSync(join(folder, 'state/save-folder.json'), '{"a":1}')
    await save(undefined)
    expect(asked[0]?.defaultPath).toBe('/documents/讲话.docx')
  })
})

test('a file of an unknown kind is asked for without a filter', () => {
  expect(saveDialogOptions('x.unknown', '/d').filters).toEqual([])
})
