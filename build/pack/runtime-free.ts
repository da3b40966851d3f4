import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FILE_ENDING } from '../../shared/contract/transfer-commands.ts'
import { needsOf } from './needs-of.ts'

const root = dirname(dirname(import.meta.dirname))

export interface RuntimeFreeOptions {
  /** Folder that gets the archive. */
  output: string
  arch: 'x64' | 'arm64'
  /** A Node for that machine; by default the pinned one, which is only here for this machine's own kind. */
  node?: string
  /** A binary of better-sqlite3 to take instead of its ready one. */
  database?: string
}

export interface Packed {
  archive: string
  /** `glibc 2.34, libstdc++ 3.4.29`. */
  needs: string
}

/** Starts the program from wherever the folder was put, also by a link. */
const START = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export HUIBEI_HOME="$here"
exec "$here/runtime/node" "$here/app/out/electron/window-host.js" "$@"
`

/** A menu entry needs absolute paths, which only the place of use knows. */
const ADD_TO_MENU = `#!/bin/sh
# 把会备加到当前用户的开始菜单，双击 .huibei 文件就用它打开；移动文件夹以后再运行一次。
set -e
here=$(dirname "$(readlink -f "$0")")
data="\${XDG_DATA_HOME:-$HOME/.local/share}"
mkdir -p "$data/applications" "$data/mime/packages"
sed "s|@HERE@|$here|g" "$here/huibei.desktop.in" > "$data/applications/huibei.desktop"
cp "$here/huibei-mime.xml" "$data/mime/packages/huibei.xml"
# Desktops that lack one of these find out by themselves, at the next log-in.
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true
xdg-mime default huibei.desktop application/x-huibei 2>/dev/null || true
echo "已加到开始菜单：$data/applications/huibei.desktop"
`

const DESKTOP = `[Desktop Entry]
Type=Application
Name=会备
Comment=离线准备巡察反馈会议的讲话稿和会议材料
Exec="@HERE@/huibei" %f
Icon=@HERE@/huibei.png
Categories=Office;
MimeType=application/x-huibei;
StartupWMClass=huibei
Terminal=false
`

/** Shared MIME-info of freedesktop.org: what a .huibei file is. */
const MIME = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-huibei">
    <comment>会备会议文件</comment>
    <glob pattern="*${FILE_ENDING}"/>
  </mime-type>
</mime-info>
`

const README = `会备（不带 Electron 的版本）

用法：双击或在终端里运行 huibei，它用已安装的 Chromium、Chrome 或 Edge 打开窗口。
      加到开始菜单、双击打开 .huibei 文件：运行 add-to-menu.sh。
资料放在 ~/.local/share/huibei；在本文件夹里建一个名为“会备数据”的文件夹，资料就放在那里面，可以随 U 盘带走。
需要：64 位 Linux，Chromium 内核的浏览器。不需要网络，不需要安装。
`

/**
 * One folder as a tar.gz: the loopback host, the renderer and a Node. For machines that no Electron is built for, or
 * where none may be installed. The same files always give the same archive.
 * @returns path of the archive, and what its binaries need
 */
export function packRuntimeFree({ output, arch, node = pinnedNode(arch), database }: RuntimeFreeOptions): Packed {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const name = `huibei-${version}-linux-${arch}`
  if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('out/ is not whole: run npm run build.')
  const folder = join(output, name)
  rmSync(folder, { recursive: true, force: true })
  const app = join(folder, 'app')
  mkdirSync(join(folder, 'runtime'), { recursive: true })
  cpSync(node, join(folder, 'runtime/node'), { dereference: true })

  cpSync(join(root, 'out'), join(app, 'out'), { recursive: true, filter: isShipped })
  cpSync(join(root, 'package.json'), join(app, 'package.json'))
  const module = join(root, 'node_modules/better-sqlite3')
  const binary = `prebuilds/linux-${arch}.node`
  const packed = join(app, 'node_modules/better-sqlite3')
  for (const part of ['lib', 'package.json', 'LICENSE'])
    cpSync(join(module, part), join(packed, part), { recursive: true })
  cpSync(database ?? join(module, binary), join(packed, binary))

  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const nodeLicence = join(dirname(dirname(node)), 'LICENSE')
  cpSync(nodeLicence, join(folder, 'runtime/LICENSE'))
  cpSync(join(root, 'build/icons/png/256x256.png'), join(folder, 'huibei.png'))
  writeFileSync(join(folder, 'huibei.desktop.in'), DESKTOP)
  writeFileSync(join(folder, 'huibei-mime.xml'), MIME)
  writeFileSync(join(folder, '说明.txt'), README)
  writeFileSync(join(folder, 'huibei'), START)
  writeFileSync(join(folder, 'add-to-menu.sh'), ADD_TO_MENU)
  for (const program of ['huibei', 'add-to-menu.sh', 'runtime/node']) chmodSync(join(folder, program), 0o755)

  const archive = join(output, `${name}.tar.gz`)
  const args = [
    '--sort=name',
    '--mtime=@0',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '-C',
    output,
    '-cf',
    '-',
    name,
  ]
  const packing = `tar "$@" | gzip -6n > "$ARCHIVE"`
  const { status } = spawnSync('sh', ['-c', packing, 'sh', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ARCHIVE: archive },
  })
  if (status !== 0) throw new Error('tar failed')
  const needs = needsOf(folder)
  rmSync(folder, { recursive: true })
  return { archive, needs }
}

/** What belongs to Electron alone, and what helps only developers, stays out. */
const isShipped = (path: string): boolean =>
  !/\.map$|[\\/]out[\\/]built$|[\\/]electron[\\/](main\.js|preload\.cjs)$/.test(path)

function pinnedNode(arch: string): string {
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(require.resolve(`node-linux-${arch}/package.json`))
    return join(folder, 'bin', readdirSync(join(folder, 'bin')).find((name) => name === 'node') ?? 'node')
  } catch {
    throw new Error(`The pinned Node for linux-${arch} is not installed on this machine; name one with --node.`)
  }
}
