import { buildHandout } from '../../shared/model/handouts/build-handout.ts'
import { handoutData } from './handout-data.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'

/** 会议材料 and packages of them. */
export function handoutsService(context: ServiceContext): Handlers<'handout.get' | 'handout.docx' | 'file.zip'> {
  return {
    'handout.get': (input) => buildHandout(input.kind, handoutData(context, input)),
    async 'handout.docx'(input) {
      const handout = buildHandout(input.kind, handoutData(context, input))
      const { settings } = readSettings(context)
      const date = context.clock().toISOString()
      const [{ exportHandout }, { exportFileName }] = await Promise.all([
        import('../docx/export-handout.ts'),
        import('../docx/file-name.ts'),
      ])
      const author = settings.officeName || settings.userName
      const bytes = await exportHandout({ handout, settings, author, date })
      const fileName = exportFileName({ title: handout.title, layout: 'standard', date })
      return { fileName, bytes: Buffer.from(bytes).toString('base64') }
    },
    async 'file.zip'({ fileName, files }) {
      const [{ packFiles }, { exportFileName }] = await Promise.all([
        import('../docx/pack-files.ts'),
        import('../docx/file-name.ts'),
      ])
      const unpacked = files.map((file) => ({ fileName: file.fileName, bytes: Buffer.from(file.bytes, 'base64') }))
      const date = context.clock().toISOString()
      return {
        fileName: exportFileName({ title: fileName.replace(/\.zip$/i, ''), layout: 'standard', date, ending: '.zip' }),
        bytes: Buffer.from(packFiles(unpacked)).toString('base64'),
      }
    },
  }
}
