import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const openSpeech = async (page: Page) => {
  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.locator('.point').first().waitFor()
}

it('keeps a person’s word on a point, with its reason, and takes it back', async (test) => {
  const { page } = await openSession(test)
  await openSpeech(page)
  const point = page.locator('.point:is([data-status="missing"], [data-status="weak"])').first()
  const id = await point.getAttribute('data-point')
  const same = page.locator(`[data-point="${id}"]`)
  await point.locator('.point-row').click()
  await same.getByRole('button', { name: '这次不适用…' }).click()
  await same.getByLabel('为什么不适用').fill('另有专门安排')
  await same.getByRole('button', { name: '记下' }).click()
  await page.locator(`[data-point="${id}"][data-status="not-applicable"]`).waitFor()
  await page.reload()
  await page.locator(`[data-point="${id}"][data-status="not-applicable"]`, { hasText: '另有专门安排' }).waitFor()
  await same.locator('.point-row').click()
  await same.getByRole('button', { name: '撤回' }).click()
  await page.locator(`[data-point="${id}"]:not([data-status="not-applicable"])`).waitFor()
})

it('puts a writing hint into the paper where the point belongs, as one step that can be undone', async (test) => {
  const { page } = await openSession(test)
  await openSpeech(page)
  const text = page.locator('.paper.ProseMirror')
  const before = await text.locator('p').count()
  const point = page.locator('.point:is([data-status="missing"], [data-status="weak"])').first()
  await point.locator('.point-row').click()
  await page.getByRole('button', { name: '放进文稿，照着填' }).click()
  await expect.poll(() => text.locator('p').count()).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => text.locator('p').count()).toBe(before)
})

it('leaves a finding aside with a reason, which the delivery check shows', async (test) => {
  const { page } = await openSession(test)
  await openSpeech(page)
  await page.getByRole('tab', { name: /校核/ }).click()
  const finding = page.locator('.finding', { hasText: '台帐' })
  await finding.getByRole('button', { name: '忽略…' }).click()
  await finding.getByLabel('理由').fill('引自原文')
  await finding.getByRole('button', { name: '忽略', exact: true }).click()
  await finding.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '打印' }).click()
  await page.getByRole('menuitem', { name: '交稿检查' }).click()
  const waved = page.locator('.delivery-soft li', { hasText: '台帐' })
  await expect.poll(() => waved.textContent()).toContain('引自原文')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /已忽略 1 处/ }).click()
  await page.getByRole('button', { name: '不再忽略' }).click()
  await finding.waitFor()
})

it('moves a part with all its text from the outline, and renumbers', async (test) => {
  const { page } = await openSession(test)
  await openSpeech(page)
  const parts = () => page.locator('.outline li[data-level="1"] .outline-text').allTextContents()
  const [first, second] = await parts()
  expect(first).toMatch(/^一、/)
  await page.locator('.outline-line').first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(parts).toContain(`二、${first?.slice(2)}`)
  expect((await parts())[0]).toBe(`一、${second?.slice(2)}`)
})

it('makes a paper of a text file, and of one dropped on the window', async (test) => {
  const { page } = await openSession(test)
  await openSpeech(page)
  const lines = ['在反馈会议上的表态发言', '各位领导、同志们：', '一、照单全收', '我们诚恳接受反馈意见。']
  await page.getByRole('button', { name: '添一份文稿' }).click()
  await page.getByRole('menuitem', { name: /从文件导入/ }).click()
  await page
    .getByLabel('要导入的文件')
    .setInputFiles({ name: '表态发言.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  const open = page.getByRole('button', { name: '打开看看' })
  const text = page.locator('.paper.ProseMirror', { hasText: '我们诚恳接受反馈意见。' })
  await open.or(text).first().waitFor()
  if (await open.isVisible()) await open.click()
  await text.waitFor()
  await expect.poll(() => page.locator('.paper-open[aria-current]').textContent()).toContain('表态发言')

  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])], '照片.jpg'))
    return data
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await page.getByRole('dialog', { name: '从文件导入文稿' }).waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toMatch(/没有改动|没有导入/)
})
