import packageFile from '../../package.json' with { type: 'json' }
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import type { HostPort } from './host-port.ts'
import type { Handlers } from './service-context.ts'

export type HostKind = CommandOutput<'host.info'>['kind']

export const programVersion: string = packageFile.version

/** What the host can do, and the commands that only some hosts have. */
export function hostService(kind: HostKind, port: HostPort): Handlers<'host.info' | 'file.save'> {
  return {
    'host.info': () => ({
      kind,
      version: programVersion,
      canSaveFiles: port.saveFile !== undefined,
      canPrintToPdf: false,
      canShowInFolder: false,
    }),
    async 'file.save'({ fileName, bytes }) {
      if (!port.saveFile) throw new Failure('unknown-command')
      return { saved: await port.saveFile(fileName, Buffer.from(bytes, 'base64')) }
    },
  }
}
