import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import type { CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { hostCommands } from '../../shared/contract/host-commands.ts'
import type { HostPort } from './host-port.ts'
import type { Handlers } from './service-context.ts'
import { writeNewFile } from './write-new-file.ts'

export type HostKind = CommandOutput<'host.info'>['kind']
export type HostCommand = CommandName & keyof typeof hostCommands

export const programVersion: string = packageFile.version

/** What the host can do, and the commands that only some hosts have. */
export function hostService(kind: HostKind, port: HostPort): Handlers<HostCommand> {
  const { saveFile, printToPdf, chooseFolder, openFolder, showMenu } = port
  /** Only what the user chose in this run can be written to; the page never sees a path. */
  const folders = new Map<string, string>()
  const folder = (id: string): string => {
    const path = folders.get(id)
    if (path === undefined) throw new Failure('not-found')
    return path
  }
  return {
    'host.info': () => ({
      kind,
      version: programVersion,
      canSaveFiles: saveFile !== undefined,
      canPrintToPdf: printToPdf !== undefined && saveFile !== undefined,
      canChooseFolder: chooseFolder !== undefined,
      canShowInFolder: openFolder !== undefined,
      hasMenu: showMenu !== undefined,
    }),
    async 'file.save'({ fileName, bytes }) {
      if (!saveFile) throw new Failure('unknown-command')
      return { saved: await saveFile(fileName, Buffer.from(bytes, 'base64')) }
    },
    async 'print.pdf'({ fileName }) {
      if (!saveFile || !printToPdf) throw new Failure('unknown-command')
      // Taken first: the question for a place must not stand in the picture.
      const pdf = await printToPdf()
      const { exportFileName } = await import('../docx/file-name.ts')
      const title = fileName.replace(/\.pdf$/i, '')
      return { saved: await saveFile(exportFileName({ title, layout: 'standard', date: '', ending: '.pdf' }), pdf) }
    },
    async 'folder.choose'() {
      if (!chooseFolder) throw new Failure('unknown-command')
      const path = await chooseFolder()
      if (path === null) return { folder: null }
      const id = randomUUID()
      folders.set(id, path)
      return { folder: { id, name: basename(path) || path } }
    },
    async 'folder.write'({ folderId, fileName, bytes }) {
      const { exportFileName } = await import('../docx/file-name.ts')
      const title = fileName.replace(/\.docx$/i, '')
      const wish = exportFileName({ title, layout: 'standard', date: '' })
      return { fileName: await writeNewFile(folder(folderId), wish, Buffer.from(bytes, 'base64')) }
    },
    async 'folder.show'({ folderId }) {
      if (!openFolder) throw new Failure('unknown-command')
      await openFolder(folder(folderId))
      return {}
    },
    'menu.show'({ enabled }) {
      if (!showMenu) throw new Failure('unknown-command')
      showMenu(enabled)
      return {}
    },
  }
}
