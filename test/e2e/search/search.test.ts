import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openSession, temporaryFolder } from '../browser.ts'

/** Screens for the eye, when a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIBEI_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const OLD = '要把群众饮水安全当作头等大事，蓄水池一口一口查，水管一段一段换，不达标准决不收兵。'

it('finds while typing, by characters and initials, and goes to the place', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card').waitFor()
  const box = page.getByRole('textbox', { name: '找会议' })
  await box.fill('整改')
  const results = page.getByRole('region', { name: '找到的' })
  await results.locator('mark', { hasText: '整改' }).first().waitFor()
  await shoot(page, 'search')
  await box.fill('lxz')
  await results.locator('mark', { hasText: '柳溪镇' }).first().waitFor()
  await box.fill('没有这样的话')
  await results.getByText('没有找到“没有这样的话”').waitFor()
  await box.fill('同志们')
  const hit = results
    .locator('.search-hit-open', { hasText: '讲话' })
    .filter({ has: page.locator('mark') })
    .first()
  await hit.click()
  await page.locator('.paper-flash, .flash, .ProseMirror').first().waitFor()
  await page.locator('.ProseMirror').getByText('同志们').first().waitFor()
})

it('takes a folder of old papers in, takes a paragraph over with its source, and finds it as 雷同', async (test) => {
  const { page } = await openSession(test)
  const folder = join(temporaryFolder(test), '旧稿')
  mkdirSync(join(folder, '2024'), { recursive: true })
  writeFileSync(join(folder, '一.txt'), `关于饮水安全的讲话\n${OLD}\n`)
  writeFileSync(join(folder, '2024', '一（副本）.txt'), `关于饮水安全的讲话\n${OLD}\n`)
  writeFileSync(join(folder, '空.txt'), '')
  writeFileSync(join(folder, '照片.png'), 'x')
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await page.getByRole('tab', { name: '素材' }).click()
  await page.getByRole('button', { name: '导入素材…' }).click()
  await page.getByLabel('选文件夹').setInputFiles(folder)
  await page.getByText('读了 3 个，共 3 个').waitFor()
  const dialog = page.getByRole('dialog', { name: '导入素材' })
  await expect.poll(() => dialog.innerText()).toMatch(/新放进 1 篇，1 篇和已有的一字不差，没有重复放，1 个没读成。/)
  await shoot(page, 'import')
  await dialog.getByRole('button', { name: '好了' }).click()
  await page.getByText('素材 1 篇').waitFor()

  await page.getByRole('textbox', { name: '找写过的' }).fill('蓄水池')
  const results = page.getByRole('region', { name: '找到的' })
  await results.getByRole('button', { name: '插入' }).click()
  await page.locator('.ProseMirror').getByText(OLD).waitFor()
  await shoot(page, 'inserted')
  await results.locator('.search-hit-open').click()
  await page.getByRole('dialog', { name: '关于饮水安全的讲话' }).locator('[data-wanted]').waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('textbox', { name: '找写过的' }).fill('')
  await page.getByRole('button', { name: '查雷同' }).click()
  const similar = page.getByRole('region', { name: '雷同' })
  await similar.locator('.similar-source', { hasText: '素材《关于饮水安全的讲话》' }).waitFor()
  await shoot(page, 'similar')
  await similar.locator('.similar-mine', { hasText: '蓄水池一口一口查' }).click()
  await page.getByRole('tab', { name: /批注/ }).click()
  await page.getByText('摘自素材《关于饮水安全的讲话》').waitFor()
  await shoot(page, 'source')
})
