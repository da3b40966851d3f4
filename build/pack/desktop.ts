import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(dirname(import.meta.dirname))

/**
 * Packs the Electron app with electron-builder.
 * @param args for electron-builder, such as `--linux --x64 --dir`
 * @param electronDist an unpacked Electron, or a folder with its zip; without one electron-builder downloads it
 * @param output instead of dist/
 * @param database folder with `linux-<arch>.node` to take instead of the ready binary of better-sqlite3
 * @returns the exit status
 */
export function packDesktop(
  args: readonly string[],
  electronDist?: string,
  output?: string,
  database?: string,
): number {
  const given = electronDist ? [`-c.electronDist=${electronDist}`] : []
  const place = output ? [`-c.directories.output=${output}`] : []
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const config = database ? ownDatabase(database) : 'build/electron-builder.yml'
  const { status } = spawnSync(
    process.execPath,
    [builder, '--config', config, '--publish', 'never', ...given, ...place, ...args],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...sevenZip() } },
  )
  return status ?? 1
}

/** The settings of the packages, with another binary of the database. @returns path of the file */
function ownDatabase(folder: string): string {
  const file = join(folder, 'electron-builder.json')
  const place = 'node_modules/better-sqlite3/prebuilds'
  const files = [`!${place}/*.node`, { from: folder, to: place, filter: ['linux-*.node'] }]
  writeFileSync(file, JSON.stringify({ extends: join(root, 'build/electron-builder.yml'), linux: { files } }))
  return file
}

/** Debian's own 7-Zip spares the download of another one. */
function sevenZip(): Record<string, string> {
  const path = '/usr/bin/7za'
  return !process.env.ELECTRON_BUILDER_7ZIP_PATH && existsSync(path) ? { ELECTRON_BUILDER_7ZIP_PATH: path } : {}
}

/** What Electron calls itself in a folder: to say early that a given one is none. */
export function looksLikeElectron(folder: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder).some((name) => /^(electron(\.exe)?|Electron\.app|electron-v.*\.zip)$/.test(name))
  )
}
