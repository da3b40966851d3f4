import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createHttpClient } from '../../contract/http-client.ts'
import { paperBody } from '../../contract/paper-bodies.ts'
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

it('compares any two versions, and any two papers of different meetings', async (test) => {
  const { page, host } = await openSession(test)
  const client = createHttpClient(host)
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const answer = await client.call(name, input)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value as T
  }
  const make = async (title: string, ...texts: string[]) => {
    const { papers } = await call<{ papers: { id: string }[] }>('meeting.create', {
      ...{ title, facts: {}, people: [], papers: ['speech'] },
    })
    const id = papers[0]?.id ?? ''
    for (const [index, text] of texts.entries()) {
      await call('paper.save', { id, revision: index + 1, body: paperBody('讲话', ...text.split('|')) })
      await call('revision.name', { paperId: id, name: `第${index + 1}稿` })
    }
  }
  // Enough of them that nobody wants to look through a list.
  for (let number = 0; number < 41; number++) await make(`别的会议${number}`)
  await make('石桥乡会议', '一、要求|各单位要认真落实整改责任。|二、时限|年底以前完成。')
  await make(
    '柳溪镇会议',
    '一、要求|要落实责任。',
    '一、要求|要落实监督责任。',
    '一、要求|各单位要认真落实监督责任。|二、时限|年底以前完成。',
  )
  client.close()
  await page.locator('.card-title', { hasText: '柳溪镇会议' }).click()
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.getByText(/起了名字的一直保留/).waitFor()

  await page.locator('.revision', { hasText: '第1稿' }).click()
  const dialog = page.getByRole('dialog', { name: '比较两份文稿' })
  const shown = dialog.locator('.changed-parts')
  const choose = async (side: RegExp, option: string) => {
    await dialog.getByRole('button', { name: side }).click()
    await page.getByRole('option', { name: option }).click()
  }
  // Two versions of long ago, neither of them the present text.
  await choose(/新的一份/, '第2稿')
  await expect.poll(() => shown.locator('ins').allInnerTexts()).toEqual(['监督'])
  await expect.poll(() => shown.locator('del').count()).toBe(0)

  // Two papers of two other meetings, found by their names; by parts, in words.
  const box = dialog.getByLabel('别的会议的文稿')
  await box.fill('石桥')
  await choose(/旧的一份/, '石桥乡会议')
  await dialog.getByRole('button', { name: '石桥乡会议 · 讲话稿 旧的一份' }).waitFor()
  await box.fill('别的会议7')
  await choose(/新的一份/, '别的会议7')
  await expect.poll(() => shown.locator('del').count()).toBeGreaterThan(0)
  await choose(/新的一份/, '现在的文稿')
  await expect.poll(() => shown.locator('del').allInnerTexts()).toEqual(['整改'])
  await expect.poll(() => shown.locator('ins').allInnerTexts()).toEqual(['监督'])
  await expect
    .poll(() => shown.locator('h3').allInnerTexts())
    .toEqual([
      expect.stringContaining('开头'),
      expect.stringContaining('一、要求'),
      expect.stringContaining('二、时限'),
    ])
  await expect.poll(() => shown.locator('h3', { hasText: '二、时限' }).innerText()).toContain('没有改动')
  await shoot(page, 'compare-meetings')
})
