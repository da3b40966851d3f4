import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stages, startStages } from './stage.ts'

let stages: Stages
beforeAll(async () => {
  stages = await startStages()
})
afterAll(() => stages.close())

/** Two pages and a bit: a paragraph of 70 lines of 28 characters. */
const LONG = [
  'T 在会议上的讲话',
  'B （2026年3月2日）',
  'S 同志们：',
  `P ${'整改落实见效'.repeat(326)}`,
  '1 认清形势',
  'P 尾声',
]

test('the preview breaks pages as the standard wants, prints the same number and gives way to Esc', async (context) => {
  const stage = await stages.open(context, LONG)
  const { page } = stage
  await page.evaluate(() => window.stage.preview(true))
  await page.waitForSelector('.print-page')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('打印')
  const pages = page.locator('.print-page')
  await expect.poll(() => pages.count()).toBe(4)
  await expect.poll(() => page.locator('.print-number').allTextContents()).toEqual(['— 1 —', '— 2 —', '— 3 —', '— 4 —'])
  // 22 full lines on the second page.
  const second = pages.nth(1).locator('.print-fragment')
  const line = await second.evaluate((one) => Number.parseFloat(getComputedStyle(one).lineHeight))
  expect(Math.round((await second.evaluate((one) => one.getBoundingClientRect().height)) / line)).toBe(22)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4)

  await page.getByRole('button', { name: '大字版' }).click()
  await expect.poll(() => pages.count()).toBeGreaterThan(4)
  await expect.poll(() => page.locator('.print-number').first().textContent()).toMatch(/^第1页\/共\d+页$/)
  await page.keyboard.press('Escape')
  await expect.poll(() => pages.count()).toBe(0)
})

test('the editor shows the same page breaks', async (context) => {
  const stage = await stages.open(context, LONG)
  await expect
    .poll(() => stage.page.locator('.page-break').allTextContents())
    .toEqual(['第 2 页', '第 3 页', '第 4 页'])
})

test('28 characters fill a line on the screen', async (context) => {
  const stage = await stages.open(context, LONG)
  const lengths = await stage.page.locator('.paper > p', { hasText: '整改落实' }).evaluate((paragraph) => {
    const text = paragraph.firstChild as Text
    const range = document.createRange()
    const tops = new Map<number, number>()
    for (let index = 0; index < 200; index++) {
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      const top = Math.round(range.getBoundingClientRect().top)
      tops.set(top, (tops.get(top) ?? 0) + 1)
    }
    return [...tops.values()]
  })
  expect(lengths.slice(0, 4)).toEqual([26, 28, 28, 28])
})

test('a long title breaks between words, in lines of about the same length', async (context) => {
  const stage = await stages.open(context, ['T 在县委第二巡察组巡察柳溪镇情况反馈会议上的讲话', 'P 正文'])
  await stage.page.evaluate(() => window.stage.preview(true))
  const title = stage.page.locator('.print-page .paper-title')
  // The text has lines only once the pages are laid out and shown.
  await expect
    .poll(() => title.evaluate((one) => (one as HTMLElement).innerText.split('\n')), { timeout: 10_000 })
    .toSatisfy(
      (lines: string[]) => lines.length === 2 && lines.every((line) => line.length >= 8) && !lines[0]?.endsWith('柳溪'),
    )
})
