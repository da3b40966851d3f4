import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the end-to-end tests need from Debian: the package, and a way to see that it is there. */
const NEEDED: { name: string; present: () => boolean }[] = [
  { name: 'chromium', present: () => onPath('chromium') },
  { name: 'libreoffice-writer-nogui', present: () => onPath('soffice') },
  { name: 'poppler-utils', present: () => onPath('pdftotext') },
  { name: 'pandoc', present: () => onPath('pandoc') },
  { name: 'g++', present: () => onPath('g++') },
  { name: 'iproute2', present: () => onPath('ip') },
  { name: 'python3-docx', present: () => runs('/usr/bin/python3', '-c', 'import docx') },
  { name: 'fonts-noto-cjk', present: () => exists('/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc') },
  { name: 'fonts-noto-cjk-extra', present: () => exists('/usr/share/fonts/opentype/noto/NotoSerifCJK-SemiBold.ttc') },
  { name: 'fonts-arphic-gbsn00lp', present: () => exists('/usr/share/fonts/truetype/arphic-gbsn00lp') },
  { name: 'fonts-arphic-ukai', present: () => exists('/usr/share/fonts/truetype/arphic/ukai.ttc') },
  { name: 'fonts-wqy-zenhei', present: () => exists('/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc') },
]

const exists = (path: string): boolean => existsSync(path)
const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
const runs = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Names of the needed Debian packages that are not here. */
export const missingPackages = (): string[] => NEEDED.filter((need) => !need.present()).map((need) => need.name)

/**
 * Installs what is missing where it may (root, apt); else names the one command to run.
 * @returns the packages that are still missing.
 */
export function providePackages(log: (line: string) => void): string[] {
  const missing = missingPackages()
  if (missing.length === 0) return []
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) {
    log(`The end-to-end tests need programs that are not here. Run once, as root:\n  ${command}`)
    return missing
  }
  log(`Installing from Debian: ${missing.join(' ')}`)
  spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return missingPackages()
}
