// What a user does in an afternoon, for the tests without a network. Run by itself it brings its own host and browser.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { startLoopbackHost } from '../../../electron/node-host.ts'

/** Opens the sample, writes, checks, exports, prints, and looks into the help. */
export async function walkOffline(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true })
  await context.addInitScript(() => {
    if (window.location.protocol !== 'about:') window.localStorage.setItem('huibei.tour', 'seen')
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('.card-title').first().click()
  await page.locator('.point').first().waitFor()
  await page.locator('.paper.ProseMirror p').last().click()
  await page.keyboard.insertText('要建好整改台帐。')
  await page.getByText(/^已保存/).waitFor()
  await page.getByRole('tab', { name: /校核/ }).click()
  await page.locator('.finding', { hasText: '台帐' }).first().waitFor()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '照样导出 Word' }).click()
  await (await download).path()
  await page.keyboard.press('F1')
  await page.getByRole('tab', { name: '使用手册' }).click()
  await page.getByRole('navigation', { name: '手册目录' }).waitFor()
  await context.close()
}

/** The code of the error that a connection to a far address ends in: documentation addresses, RFC 5737. */
const reachOutside = (): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: '192.0.2.1', port: 80, timeout: 2000 })
    const end = (how: string) => {
      socket.destroy()
      resolve(how)
    }
    socket.on('connect', () => end('connected'))
    socket.on('timeout', () => end('timeout'))
    socket.on('error', (error) => end('code' in error ? String(error.code) : error.message))
  })

if (import.meta.main) {
  console.log(`interfaces: ${Object.keys(networkInterfaces()).join(' ')}`)
  console.log(`outside: ${await reachOutside()}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-offline-'))
  const host = await startLoopbackHost({ dataDir, rendererDir: process.env.RENDERER ?? '', log: () => undefined })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  await walkOffline(browser, host.address)
  await browser.close()
  await host.close()
  rmSync(dataDir, { recursive: true, force: true })
  console.log('walk: done')
}
