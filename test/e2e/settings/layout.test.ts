import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSession } from '../browser.ts'

async function choose(page: Page, label: string, option: string | RegExp) {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

test('the page settings can be reached, show in the preview, and go into the Word file', async (context) => {
  const { page } = await openSession(context)
  await page.getByRole('button', { name: '设置', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '设置' })
  for (const label of ['每行 28 字', '字体', '页码离版心（毫米）', '标题下面', '两个字的姓名', '标题加粗'])
    await expect.poll(() => dialog.getByLabel(label, { exact: false }).count(), { message: label }).toBeGreaterThan(0)
  await choose(page, '版心', /^扣除首行行距/)
  await expect.poll(() => dialog.getByLabel('页边距 上（天头）（毫米）').inputValue()).toBe('34.58')
  await expect.poll(() => dialog.getByLabel('正文行距（磅）').inputValue()).toBe('29.45')
  await choose(page, '页码写法', '第1页 共8页')
  await choose(page, '标题下面的日期', /^2026年/)
  if (process.env.HUIBEI_PICTURES) {
    await dialog.getByLabel('正文行距（磅）').scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${process.env.HUIBEI_PICTURES}/layout-settings.png` })
  }
  // Own figures are own figures.
  await dialog.getByLabel('页边距 右（毫米）').fill('25')
  await dialog.getByLabel('页边距 右（毫米）').press('Enter')
  await expect.poll(() => dialog.getByRole('button', { name: '版心' }).textContent()).toContain('本单位自己的数')
  await page.keyboard.press('Escape')

  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).click()
  const check = page.getByRole('dialog', { name: '交稿检查' })
  await check.getByText(/上页边距是 34.58 毫米/).waitFor()
  await check.getByText(/页码写作“第1页 共8页”/).waitFor()
  await check.getByRole('button', { name: /^照样导出/ }).click()
  const parts = unzipSync(await readFile(await (await download).path()))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(document).toContain('w:right="1417"')
  expect(document).toContain('w:linePitch="589"')
  expect(document).toMatch(/HuibeiBareDate[^>]*\/>.*?>2026年12月15日</)

  await page.getByRole('button', { name: '打印' }).click()
  await page.getByRole('menuitem', { name: /打印和预览/ }).click()
  const goOn = page.getByRole('button', { name: '照样打印' })
  await goOn.or(page.locator('.print-page').first()).first().waitFor()
  if (await goOn.isVisible()) await goOn.click()
  await page.getByText(/^第1页 共\d+页$/).waitFor()
  await expect.poll(() => page.locator('.print-page .paper-byline').first().textContent()).toBe('2026年12月15日')
})
