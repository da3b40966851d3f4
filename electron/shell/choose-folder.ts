import { isAbsolute } from 'node:path'
import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron'
import type { HostPort } from '../services/host-port.ts'
import { readJson, writeJson } from './json-file.ts'

interface ChooseFolderPlaces {
  dialog: Pick<Dialog, 'showOpenDialog'>
  window(): BrowserWindow | undefined
  /** Remembers the folder of last time. */
  folderFile: string
  documents: string
}

/** The host's port for choosing a folder: the system's dialog, which opens in the folder of last time. */
export function createChooseFolder(places: ChooseFolderPlaces): NonNullable<HostPort['chooseFolder']> {
  const { dialog, window, folderFile, documents } = places
  return async () => {
    const remembered = readJson(folderFile)
    const options: OpenDialogOptions = {
      title: '材料放到哪个文件夹',
      buttonLabel: '放到这里',
      defaultPath: typeof remembered === 'string' && isAbsolute(remembered) ? remembered : documents,
      properties: ['openDirectory', 'createDirectory'],
    }
    const parent = window()
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options))
    const [folder] = filePaths
    if (canceled || !folder) return null
    writeJson(folderFile, folder)
    return folder
  }
}
