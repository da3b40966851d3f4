import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { compose, openSession } from '../browser.ts'

it('shows the sample meeting on the first visit, and shows a newcomer around', async (test) => {
  const session = await openSession(test, { firstVisit: true })
  const { page } = session
  const sample = page.locator('.card')
  await sample.waitFor()
  await expect.poll(() => sample.count()).toBe(1)
  await expect.poll(() => sample.textContent()).toContain('示例')
  await page.getByRole('button', { name: '带我看看' }).click()
  const tour = page.getByRole('complementary', { name: '引导' })
  for (let step = 1; step < 5; step++) {
    await expect.poll(() => tour.textContent()).toContain(`${step} / 5`)
    await page.getByRole('button', { name: '下一步' }).click()
  }
  await page.getByRole('button', { name: '开始用' }).click()
  await tour.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.point').first().waitFor()
  await expect.poll(() => tour.count()).toBe(0)
})

it('goes from a new meeting to a checked, exported, printed speech, and finds all of it again', async (test) => {
  const session = await openSession(test)
  const { page, devtools } = session
  const text = page.locator('.paper.ProseMirror')
  const finding = (quote: string) => page.locator('.finding', { hasText: quote })

  // A new meeting with its facts and its roster.
  await page.getByRole('button', { name: '新建会议' }).click()
  await page.getByLabel('第1位 姓名').fill('沈砚田')
  await page.getByLabel('第1位 职务').fill('县委常委、组织部部长')
  await page.getByLabel('被巡察单位').fill('柳溪镇')
  await page.getByLabel('会议名称', { exact: true }).fill('柳溪镇巡察反馈会议')
  await page.getByLabel('会议日期', { exact: true }).fill('2026年12月15日')
  await page.getByLabel('讲话人', { exact: true }).fill('沈砚田')
  await page.getByRole('button', { name: '建好，开始写' }).click()
  await text.waitFor()
  await page.locator('.point').first().waitFor()
  await expect.poll(() => text.textContent()).toContain('在柳溪镇巡察反馈会议上的讲话')
  await expect.poll(() => text.textContent()).toContain('（2026年12月15日）')
  await expect.poll(() => text.textContent()).toContain('县委常委、组织部部长')
  await page.getByRole('heading', { name: '柳溪镇巡察反馈会议', exact: true }).waitFor()

  // Typing with an input method: a point turns 已写到.
  const point = page.locator('[data-point="H7"]')
  await expect.poll(() => point.getAttribute('data-status')).toBe('missing')
  await text.locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await compose(devtools, 'jianzhang', '要举一反三、建章立制，')
  await compose(devtools, 'wanshan', '修订完善制度机制，堵塞管理漏洞，做到用制度管人管事。')
  await page.locator('[data-point="H7"][data-status="covered"]').waitFor()
  await expect.poll(() => text.textContent()).toContain('要举一反三、建章立制，修订完善制度机制')

  // A fault appears, and is fixed by one click; it can be undone.
  await page.keyboard.press('Enter')
  await compose(devtools, 'taizhang', '要建好整改台帐。')
  await page.getByRole('tab', { name: /校核/ }).click()
  await finding('台帐').waitFor()
  await finding('台帐').getByRole('button', { name: '改为“台账”' }).click()
  await finding('台帐').waitFor({ state: 'detached' })
  await expect.poll(() => text.textContent()).toContain('要建好整改台账。')

  // A fact changed beside the text shows in it at once.
  await page.getByRole('tab', { name: /要素/ }).click()
  await page.getByLabel('被巡察单位', { exact: true }).fill('青石镇')
  await page.keyboard.press('Enter')
  await page.locator('.paper.ProseMirror', { hasText: '青石镇' }).waitFor()

  // The export stops at the delivery check first, and goes on all the same.
  await page.getByText(/^已保存/).waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).click()
  await page.getByRole('dialog', { name: '交稿检查' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '照样导出 Word' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^在柳溪镇巡察反馈会议上的讲话.*\.docx$/)
  const bytes = await readFile(await file.path())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.includes('word/document.xml')).toBe(true)

  // The printed page.
  await page.getByRole('button', { name: '打印' }).click()
  await page.getByRole('menuitem', { name: /打印和预览/ }).click()
  await page.getByRole('button', { name: '照样打印' }).click()
  await page.locator('.print-page').first().waitFor()
  await expect.poll(() => page.locator('.print-page').first().textContent()).toContain('在柳溪镇巡察反馈会议上的讲话')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.locator('.print-page').first().waitFor({ state: 'detached' })

  // Both ways out left a version; a reload finds everything.
  await page.reload()
  await page.locator('[data-point="H7"][data-status="covered"]').waitFor()
  await expect.poll(() => text.textContent()).toContain('要建好整改台账。')
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.locator('.revision', { hasText: '导出 Word' }).waitFor()
  await page.locator('.revision', { hasText: /^打印/ }).waitFor()
  await page.getByRole('button', { name: '回到会议列表' }).click()
  await expect.poll(() => page.locator('.card').count()).toBe(2)
})

it('removes a meeting and brings it back', async (test) => {
  const session = await openSession(test)
  const { page } = session
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: /更多$/ }).click()
  await page.getByRole('menuitem', { name: '移走' }).click()
  await page.locator('.card').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).click()
  await page.locator('.card').waitFor()
  await page.getByRole('button', { name: /更多$/ }).click()
  await page.getByRole('menuitem', { name: '移走' }).click()
  await page.getByRole('button', { name: /最近移走/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '找回' }).click()
  await page.keyboard.press('Escape')
  await page.locator('.card').waitFor()
})
