// Draws the icons of every system from the two drawings beside it. Run when they change; what it writes is committed:
// node build/node.mjs build/icons/make-icons.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../electron/launch/find-browser.ts'

const folder = import.meta.dirname
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const SMALL = 32

/** The pictures of a Windows icon, each as PNG, which Windows reads since Vista. */
export function windowsIcon(pictures: ReadonlyMap<number, Buffer>, sizes = [16, 24, 32, 48, 64, 128, 256]): Buffer {
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  sizes.forEach((size, index) => {
    const { length } = picture(pictures, size)
    const at = 6 + 16 * index
    // A byte cannot hold 256; 0 stands for it.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  })
  return Buffer.concat([head, ...sizes.map((size) => picture(pictures, size))])
}

/** Apple's names of the sizes in an .icns file. */
const APPLE: [type: string, size: number][] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]

export function appleIcon(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const parts = APPLE.map(([type, size]) => chunk(type, picture(pictures, size)))
  return chunk('icns', Buffer.concat(parts))
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

function picture(pictures: ReadonlyMap<number, Buffer>, size: number): Buffer {
  const found = pictures.get(size)
  if (!found) throw new Error(`no picture of ${size} pixels`)
  return found
}

async function drawAll(executablePath: string): Promise<Map<number, Buffer>> {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const page = await browser.newPage()
  const pictures = new Map<number, Buffer>()
  for (const size of SIZES) {
    const drawing = readFileSync(join(folder, size <= SMALL ? 'huibei-small.svg' : 'huibei.svg'), 'utf8')
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`)
    pictures.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return pictures
}

if (import.meta.main) {
  const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir(), exists: existsSync })
  if (!browser) throw new Error('needs an installed Chromium')
  const pictures = await drawAll(browser)
  mkdirSync(join(folder, 'png'), { recursive: true })
  for (const [size, bytes] of pictures)
    if (size <= 512) writeFileSync(join(folder, 'png', `${size}x${size}.png`), bytes)
  writeFileSync(join(folder, 'huibei.ico'), windowsIcon(pictures))
  writeFileSync(join(folder, 'huibei.icns'), appleIcon(pictures))
}
