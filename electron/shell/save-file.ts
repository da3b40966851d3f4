import { dirname, extname, isAbsolute, join } from 'node:path'
import type { BrowserWindow, Dialog, SaveDialogOptions } from 'electron'
import { writeFileAtomically } from '../services/atomic-write.ts'
import type { HostPort } from '../services/host-port.ts'
import { readJson, writeJson } from './json-file.ts'

const KINDS: Record<string, string> = { '.docx': 'Word 文档', '.pdf': 'PDF 文件', '.txt': '文本文件' }

/** A file name that Windows, Linux and a FAT stick all take; the page's wish otherwise. */
export function safeFileName(wish: string): string {
  const extension = extname(wish)
  const stem = wish
    .slice(0, wish.length - extension.length)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
  const usable = stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? '文稿' : stem
  return /^\.[a-z0-9]{1,8}$/i.test(extension) ? usable + extension : usable
}

export function saveDialogOptions(fileName: string, folder: string): SaveDialogOptions {
  const name = safeFileName(fileName)
  const extension = extname(name)
  const kind = KINDS[extension.toLowerCase()]
  return {
    title: '保存到',
    buttonLabel: '保存',
    defaultPath: join(folder, name),
    filters: kind ? [{ name: kind, extensions: [extension.slice(1)] }] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
}

export interface SaveFilePlaces {
  dialog: Pick<Dialog, 'showSaveDialog'>
  window(): BrowserWindow | undefined
  /** Remembers the folder of last time. */
  folderFile: string
  /** Where the first file goes. */
  documents: string
}

/** The host's port for saving: asks for a place with the system's dialog, which opens in the folder of last time. */
export function createSaveFile({
  dialog,
  window,
  folderFile,
  documents,
}: SaveFilePlaces): NonNullable<HostPort['saveFile']> {
  return async (fileName, bytes) => {
    const remembered = readJson(folderFile)
    const folder = typeof remembered === 'string' && isAbsolute(remembered) ? remembered : documents
    const options = saveDialogOptions(fileName, folder)
    const parent = window()
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options))
    if (canceled || !filePath) return false
    await writeFileAtomically(filePath, bytes)
    writeJson(folderFile, dirname(filePath))
    return true
  }
}
