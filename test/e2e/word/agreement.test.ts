import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSession } from '../browser.ts'
import { requires } from '../requires.ts'
import { convert } from './libreoffice.ts'

/** The papers of the sample meeting as they stand in the program, on all the ways to paper. */
test('sheet, status, preview, print and Word agree on the number of pages, within one', async (context) => {
  const programs = requires(context, 'soffice', 'pdfinfo', 'chinese fonts')
  const { page, dataDir } = await openSession(context)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()

  const word = async (menu: RegExp, name: string) => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: menu }).click()
    const goOn = page.getByRole('dialog', { name: '交稿检查' }).getByRole('button', { name: /^照样导出/ })
    await goOn.click()
    const file = join(dataDir, name)
    await (await download).saveAs(file)
    return file
  }
  const papers = await page.locator('.paper-open').count()
  const files: string[] = []
  const counts: { paper: string; screen: number; standard: number; printed: number; podium: number }[] = []
  for (let index = 0; index < papers; index++) {
    const entry = page.locator('.paper-open').nth(index)
    const paper = (await entry.locator('span').first().textContent()) ?? ''
    await entry.click()
    await page
      .locator('.status-bar, footer')
      .getByText(/第 \d+ 页，共 \d+ 页/)
      .waitFor()
    const status =
      (await page
        .locator('.status-bar, footer')
        .getByText(/共 \d+ 页/)
        .first()
        .textContent()) ?? ''
    await page.getByRole('button', { name: '打印' }).click()
    await page.getByRole('menuitem', { name: /打印和预览/ }).click()
    const goOn = page.getByRole('button', { name: '照样打印' })
    await goOn.or(page.locator('.print-page').first()).first().waitFor()
    if (await goOn.isVisible()) await goOn.click()
    await page.locator('.print-page').first().waitFor()
    const standard = await page.locator('.print-page').count()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    await page.getByRole('button', { name: '大字版' }).click()
    await page.locator('.print-page.is-podium').first().waitFor()
    const podium = await page.locator('.print-page').count()
    await page.keyboard.press('Escape')
    // The lines between pages on the sheet itself come a moment after the text.
    await expect
      .poll(async () => Math.abs((await page.locator('.page-break').count()) + 1 - standard), {
        message: `${paper}: sheet`,
      })
      .toBeLessThanOrEqual(1)
    const printed = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    counts.push({ paper, screen: Number(/共 (\d+) 页/.exec(status)?.[1]), standard, printed, podium })
    files.push(await word(/Word 标准稿/, `${index}-standard.docx`), await word(/Word 大字稿/, `${index}-podium.docx`))
  }
  const pdfs = convert(programs.soffice, dataDir, 'pdf', files)
  const pages = pdfs.map((pdf) =>
    Number(/Pages:\s+(\d+)/.exec(execFileSync(programs.pdfinfo, [pdf], { encoding: 'utf8' }))?.[1]),
  )
  for (const [index, { paper, screen, standard, printed, podium }] of counts.entries()) {
    const [wordStandard = 0, wordPodium = 0] = pages.slice(index * 2, index * 2 + 2)
    const what = `${paper}: status ${screen}, preview ${standard}, printed ${printed}, Word ${wordStandard}; lectern ${podium}, Word ${wordPodium}`
    expect(printed, what).toBe(standard)
    expect(Math.abs(standard - screen), what).toBeLessThanOrEqual(1)
    expect(Math.abs(standard - wordStandard), what).toBeLessThanOrEqual(1)
    expect(Math.abs(podium - wordPodium), what).toBeLessThanOrEqual(1)
    if (process.env.HUIBEI_PICTURES) writeFileSync(join(process.env.HUIBEI_PICTURES, `pages-${index}.txt`), what)
  }
  expect(counts).toHaveLength(5)
})
