// `npm run screenshots`: takes the pictures in docs/screenshots from the sample meeting, in real Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startLoopbackHost } from '../../electron/node-host.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'docs/screenshots')
const EXECUTABLE = process.env.CHROME_PATH ?? '/usr/bin/chromium'

/** A picture, and the way to it from the picture before. Named after what it shows. */
type Scene = [name: string, show: (page: Page) => Promise<void>]

const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()
const printMenu = async (page: Page, item: RegExp) => {
  await page.getByRole('button', { name: '打印' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const SCENES: Scene[] = [
  ['start', (page) => page.locator('.card').first().waitFor()],
  [
    'workbench',
    async (page) => {
      await page.locator('.card-title').first().click()
      await page.locator('.point').first().waitFor()
    },
  ],
  ['findings', tab(/校核/)],
  ['facts', tab(/要素/)],
  [
    'delivery-check',
    async (page) => {
      await printMenu(page, /交稿检查/)
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'print-preview',
    async (page) => {
      await page.keyboard.press('Escape')
      await printMenu(page, /预览/)
      await page.getByRole('button', { name: '照样打印' }).click()
      await page.locator('.print-pages > *').first().waitFor()
    },
  ],
]

async function takeAll(address: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const flags = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: flags })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme, locale: 'zh-CN' })
    await page.addInitScript(() => {
      if (window.location.protocol !== 'about:') window.localStorage.setItem('huibei.tour', 'seen')
    })
    await page.goto(address)
    for (const [name, show] of SCENES) {
      await show(page)
      // Fonts and the first check come a moment after the page.
      await page.waitForTimeout(800)
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) })
      console.log(`${name}-${colorScheme}.png`)
    }
  } finally {
    await browser.close()
  }
}

mkdirSync(FOLDER, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'huibei-pictures-'))
const host = await startLoopbackHost({ dataDir, rendererDir: join(ROOT, 'out/renderer') })
try {
  for (const scheme of ['light', 'dark'] as const) await takeAll(host.address, scheme)
} finally {
  await host.close()
  rmSync(dataDir, { recursive: true, force: true })
}
