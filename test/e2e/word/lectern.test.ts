import { expect, test } from 'vitest'
import { openSession } from '../browser.ts'

test('in a lectern copy no page ends inside a sentence, nor many lines early', async (context) => {
  const { page } = await openSession(context)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await page.getByRole('button', { name: '打印' }).click()
  await page.getByRole('menuitem', { name: /打印和预览/ }).click()
  const goOn = page.getByRole('button', { name: '照样打印' })
  await goOn.or(page.locator('.print-page').first()).first().waitFor()
  if (await goOn.isVisible()) await goOn.click()
  await page.getByRole('button', { name: '大字版' }).click()
  await page.locator('.print-page.is-podium').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const feet = () =>
    page.locator('.print-page.is-podium').evaluateAll((pages) =>
      pages.slice(0, -1).map((sheet) => {
        const area = sheet.querySelector('.print-area')
        const last = area?.lastElementChild
        if (!area || !last) return { text: '', blank: 99, cut: true }
        const line = Number.parseFloat(getComputedStyle(area).lineHeight)
        const room = 225 * (96 / 25.4)
        const used = last.getBoundingClientRect().bottom - area.getBoundingClientRect().top
        const scale = area.getBoundingClientRect().width / (area as HTMLElement).offsetWidth
        return {
          text: (last.textContent ?? '').slice(-12),
          blank: Math.floor((room - used / scale) / line + 0.01),
          cut: last.classList.contains('print-fragment'),
        }
      }),
    )
  await expect.poll(async () => (await feet()).length).toBeGreaterThan(5)
  if (process.env.HUIBEI_PICTURES)
    for (const index of [1, 2])
      await page
        .locator('.print-page.is-podium')
        .nth(index)
        .screenshot({ path: `${process.env.HUIBEI_PICTURES}/lectern-${index}.png` })
  const all = await feet()
  expect(all.filter(({ cut }) => cut)).toEqual([])
  for (const { text, blank } of all) {
    expect(text, text).toMatch(/[。！？：”〕]$/)
    // Four as set, and one for the heading that goes with what follows it.
    expect(blank, text).toBeLessThanOrEqual(5)
  }
})
