import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIBEI_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

it('compares versions and papers by part and paragraph, in words, and goes back keeping the present', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await page.getByRole('tab', { name: /版本/ }).click()

  // Who writes is asked once.
  await page.getByLabel('您的姓名').fill('乙某某')
  await page.getByLabel('您的姓名').press('Enter')
  await page.getByLabel('您的姓名').waitFor({ state: 'detached' })
  await page.getByLabel('把现在这一版留存').fill('送审稿')
  await page.getByRole('button', { name: '留存', exact: true }).click()
  const version = page.locator('.revision', { hasText: '送审稿' })
  await version.getByText('乙某某').waitFor()

  const editor = page.locator('.ProseMirror')
  const paragraph = editor.locator('p', { hasText: '我讲四点意见' })
  await paragraph.click()
  await page.keyboard.press('End')
  await page.keyboard.type('这一句是后来加的。')
  await expect.poll(() => page.locator('.revisions-present').innerText(), { timeout: 10_000 }).toMatch(/\+9 −0/)

  await version.click()
  const dialog = page.getByRole('dialog', { name: '比较两份文稿' })
  const shown = dialog.locator('.changed-parts')
  await expect.poll(() => shown.locator('ins').allInnerTexts()).toEqual(['这一句是后来加的。'])
  await expect.poll(() => shown.locator('p').count()).toBe(1)
  await expect.poll(() => shown.locator('h3', { hasText: '加 9 字' }).count()).toBe(1)
  await shoot(page, 'compare')

  // Any other paper can be held against it.
  await dialog.getByRole('button', { name: /新的一份/ }).click()
  await page
    .getByRole('option', { name: /表态发言/ })
    .first()
    .click()
  await expect.poll(() => shown.locator('ins').count()).toBeGreaterThan(5)
  await dialog.getByText('看全文').click()
  await shoot(page, 'compare-papers')

  await dialog.getByRole('button', { name: '换回旧的这一版' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => editor.innerText()).not.toContain('后来加的')
  await page.locator('.revision', { hasText: '自动留存' }).first().click()
  await expect.poll(() => shown.locator('del').allInnerTexts()).toEqual(['这一句是后来加的。'])
})
