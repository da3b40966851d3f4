import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSession, temporaryFolder } from '../browser.ts'

it('brings back a problem, a measure and an old paper from what was removed', async (test) => {
  const { page } = await openSession(test)
  const folder = join(temporaryFolder(test), '旧稿')
  mkdirSync(folder)
  writeFileSync(join(folder, '一.txt'), '关于饮水安全的讲话\n蓄水池要一口一口查。\n')
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()

  // An old paper goes, comes back by 撤销, and goes again.
  await page.getByRole('tab', { name: '素材' }).click()
  await page.getByRole('button', { name: '导入素材…' }).click()
  await page.getByLabel('选文件夹').setInputFiles(folder)
  await page.getByRole('button', { name: '好了' }).click()
  const material = page.locator('.materials-list li')
  await material.getByRole('button').click()
  await page.getByRole('button', { name: '从素材里移走' }).click()
  await material.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await material.getByRole('button').click()
  await page.getByRole('button', { name: '从素材里移走' }).click()
  await material.waitFor({ state: 'detached' })

  // A measure of the ledger and a whole problem go too.
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '整改台账' }).click()
  const problems = page.getByRole('option')
  await problems.first().click()
  const first = await page.getByLabel('反馈问题').inputValue()
  await page.getByRole('button', { name: '移走这个问题' }).click()
  await page.getByLabel('反馈问题').waitFor({ state: 'detached' })
  await problems.first().click()
  const measures = page.getByLabel('整改措施', { exact: true })
  const [measure, count] = [await measures.first().inputValue(), await measures.count()]
  await page
    .getByRole('button', { name: /移走.*措施/ })
    .first()
    .click()
  await expect.poll(() => measures.count()).toBe(count - 1)

  await page.getByRole('button', { name: '回到会议文稿' }).click()
  await page.getByRole('button', { name: '回到会议列表' }).click()
  await page.getByRole('button', { name: /最近移走/ }).click()
  const rows = page.getByRole('dialog', { name: '最近移走' }).locator('.removed li')
  await expect.poll(() => rows.count()).toBe(3)
  for (const [text, what] of [
    [first, '问题，在'],
    [measure, '整改措施，在'],
    ['关于饮水安全的讲话', '素材 ·'],
  ] as const) {
    const row = rows.filter({ hasText: text })
    await expect.poll(() => row.textContent()).toContain(what)
    await row.getByRole('button', { name: '找回' }).click()
    await row.waitFor({ state: 'detached' })
  }
})
