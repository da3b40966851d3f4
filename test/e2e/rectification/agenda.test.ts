import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

it('orders the agenda by drag and by keyboard; host script, minutes and the print run follow', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '议程' }).click()
  const items = page.locator('.agenda-item')
  const order = () => items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.slice(0, 7)))
  await expect
    .poll(order)
    .toEqual(['第一项 郑柏青', '第二项 罗致和', '第三项 县委第', '第四项 唐稼轩', '第五项 沈砚田'])

  // The leader speaks before the secretary answers.
  await page.locator('.agenda-grip').nth(4).dragTo(items.nth(3))
  await expect.poll(order).toContain('第四项 沈砚田')
  // And the office of inspection begins.
  await page.getByLabel('第2项内容').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(order).toContain('第一项 罗致和')
  await page.getByLabel('第1项分钟').fill('15')
  await page.keyboard.press('Tab')
  await page.getByText('共5项，70分钟').waitFor()

  await page.getByRole('button', { name: '回到会议文稿' }).click()
  await page
    .getByRole('button', { name: /主持词/ })
    .first()
    .click()
  const script = page.locator('.paper.ProseMirror', { hasText: '主持词' })
  await expect.poll(() => script.textContent()).toMatch(/第四项议程，请[^。]*沈砚田/)
  await expect
    .poll(async () => ((await script.textContent()) ?? '').match(/第[一二三四五六]项/g))
    .toEqual(['第一项', '第二项', '第三项', '第四项', '第五项'])

  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /会议材料/ }).click()
  const dialog = page.getByRole('dialog', { name: '会议材料' })
  await dialog.getByText('议程共5项、70分钟').waitFor()
  const papers = async () => (await dialog.locator('.handouts-name').allTextContents()).map((text) => text.slice(0, 4))
  await expect
    .poll(async () => (await papers()).indexOf('表态发言'))
    .toBeGreaterThan((await papers()).indexOf('讲话稿'))
})
