// `npm run screenshots`: takes the pictures of the documentation and the manual from the sample meeting, in real Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { startLoopbackHost } from '../../electron/node-host.ts'
import { TRANSFER_SCENES } from './transfer-scenes.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXECUTABLE = process.env.CHROME_PATH ?? '/usr/bin/chromium'

/** A picture, and the way to it from the picture before. Named after what it shows. */
type Scene = [name: string, show: (page: Page) => Promise<void>]

const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click()
const printMenu = async (page: Page, item: RegExp) => {
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const README_SCENES: Scene[] = [
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

const rectification = (item: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await page.locator('.tab[data-selected]').first().waitFor()
}
const closeSheet = async (page: Page) => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
const exportMenu = async (page: Page, item: RegExp) => {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByRole('dialog').waitFor()
}

const MANUAL_SCENES: Scene[] = [
  ['start', (page) => page.locator('.card').first().waitFor()],
  [
    'backups',
    async (page) => {
      await page.getByRole('button', { name: '备份' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'settings',
    async (page) => {
      await closeSheet(page)
      await page.getByRole('button', { name: '设置' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'new-meeting',
    async (page) => {
      await closeSheet(page)
      await page.getByRole('button', { name: '新建会议' }).click()
      await page.getByLabel('被巡察单位').waitFor()
    },
  ],
  [
    'workbench',
    async (page) => {
      await page.goBack()
      await page.locator('.card-title').first().click()
      await page.locator('.point').first().waitFor()
    },
  ],
  ['findings', tab(/校核/)],
  ['facts', tab(/要素/)],
  ['versions', tab(/版本/)],
  [
    'delivery-check',
    async (page) => {
      await printMenu(page, /交稿检查/)
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'handouts',
    async (page) => {
      await closeSheet(page)
      await exportMenu(page, /会议材料/)
    },
  ],
  [
    'read-back',
    async (page) => {
      await closeSheet(page)
      await exportMenu(page, /读回修改稿/)
    },
  ],
  [
    'print-preview',
    async (page) => {
      await closeSheet(page)
      await printMenu(page, /预览/)
      await page.getByRole('button', { name: '照样打印' }).click()
      await page.locator('.print-pages > *').first().waitFor()
    },
  ],
  [
    'ledger',
    async (page) => {
      await page.getByRole('button', { name: '关闭' }).click()
      await rectification(/整改台账/)(page)
    },
  ],
  ['chain', tab(/责任链条/)],
  ['agenda', tab(/议程/)],
  ...TRANSFER_SCENES,
]

/** Where pictures go, in which colours, and what they show. */
const SETS: {
  folder: string
  schemes: ('light' | 'dark')[]
  scenes: Scene[]
  named: (name: string, scheme: string) => string
}[] = [
  {
    folder: join(ROOT, 'docs/screenshots'),
    schemes: ['light', 'dark'],
    scenes: README_SCENES,
    named: (name, scheme) => `${name}-${scheme}.png`,
  },
  {
    folder: join(ROOT, 'docs/manual/pictures'),
    schemes: ['light'],
    scenes: MANUAL_SCENES,
    named: (name) => `${name}.png`,
  },
]

async function takeAll(
  address: string,
  colorScheme: 'light' | 'dark',
  scenes: Scene[],
  fileOf: (name: string) => string,
): Promise<void> {
  const flags = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: flags })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme, locale: 'zh-CN' })
    await page.addInitScript(() => {
      if (window.location.protocol !== 'about:') window.localStorage.setItem('huibei.tour', 'seen')
    })
    await page.goto(address)
    for (const [name, show] of scenes) {
      await show(page)
      // Fonts and the first check come a moment after the page.
      await page.waitForTimeout(800)
      await page.screenshot({ path: fileOf(name) })
      console.log(relative(ROOT, fileOf(name)))
    }
  } finally {
    await browser.close()
  }
}

const wanted = process.argv[2]
const dataDir = mkdtempSync(join(tmpdir(), 'huibei-pictures-'))
const host = await startLoopbackHost({ dataDir, rendererDir: join(ROOT, 'out/renderer') })
try {
  for (const { folder, schemes, scenes, named } of SETS.filter((set) => !wanted || set.folder.endsWith(wanted))) {
    mkdirSync(folder, { recursive: true })
    for (const scheme of schemes) {
      await takeAll(host.address, scheme, scenes, (name) => join(folder, named(name, scheme)))
    }
  }
} finally {
  await host.close()
  rmSync(dataDir, { recursive: true, force: true })
}
