import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openSession } from '../browser.ts'
import { pictureTaker } from './pictures.ts'

/** The file as somebody hands it back who has written into some of its cells. */
function edited(bytes: Uint8Array, changes: readonly [string, string][]): Buffer {
  const parts = unzipSync(bytes)
  const path = 'xl/worksheets/sheet1.xml'
  let sheet = strFromU8(parts[path] ?? new Uint8Array())
  for (const [before, after] of changes) {
    expect(sheet).toContain(before)
    sheet = sheet.replace(before, after)
  }
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(sheet) }))
}

it('takes an Excel file back row by row: what differs, what was changed in both places, what is closed', async (test) => {
  const { page } = await openSession(test)
  const picture = pictureTaker(page)
  await page.locator('.card-title').click()
  await page.getByRole('button', { name: '整改和议程' }).click()
  await page.getByRole('menuitem', { name: '整改台账' }).click()
  await page.getByText('4个方面12个问题，16行').waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Excel 台账' }).click()
  const download = await downloading
  const bytes = await readFile(await download.path())

  // Meanwhile the first problem gets another cause here.
  await page.getByRole('option').first().click()
  const detail = page.getByRole('article', { name: '第1个问题' })
  await detail.getByLabel('原因分析').fill('台账里写的原因')
  await page.keyboard.press('Tab')

  // And there: another cause, another state of a measure.
  const text = '>整改中<'
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const [, cause = ''] = /<c r="E3"[^>]*>(<is>.*?<\/is>)/.exec(sheet) ?? []
  const buffer = edited(bytes, [
    [`${/<c r="E3"[^>]*>/.exec(sheet)?.[0]}${cause}`, `<c r="E3" t="inlineStr"><is><t>表里写的原因</t></is>`],
    [text, '>已完成<'],
  ])
  await page.locator('input[type=file]').setInputFiles({ name: '回传.xlsx', mimeType: '', buffer })
  const dialog = page.getByRole('dialog', { name: '核对回传的台账' })
  const conflict = dialog.getByRole('list', { name: '两边都改过' }).getByRole('listitem')
  await conflict.getByText(/台账现在 台账里写的原因；表里 表里写的原因/).waitFor()
  const changed = dialog.getByRole('list', { name: '表里改了' }).getByRole('listitem')
  await changed.getByText(/整改状态：整改中 → 已完成/).waitFor()
  await picture('ledger-return')

  // The conflict stays with the ledger unless it is chosen.
  await dialog.getByText('采用打勾的（1处）').waitFor()
  await conflict.getByText('第1个问题').click()
  await dialog.getByRole('button', { name: '采用打勾的（2处）' }).click()
  await expect.poll(() => detail.getByLabel('原因分析').inputValue()).toBe('表里写的原因')
  await detail.getByRole('button', { name: '显示历次改动' }).click()
  await detail.getByText('理由：按回传的表格“回传.xlsx”').first().waitFor()

  // Word comes back too: the sheets row by row, the figures to be compared.
  const word = async (item: string, title: string, says: string) => {
    await page.getByRole('button', { name: '导出' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item }).click()
    const file = await readFile(await (await waiting).path())
    await page.locator('input[type=file]').setInputFiles({ name: '回传.docx', mimeType: '', buffer: file })
    await page.getByRole('dialog', { name: title }).getByText(says).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' })
  }
  await word('Word 一事一表', '核对回传的台账', '表里的内容和台账一样，没有要改的。')
  await word('Word 统计表', '核对统计表', '表里的数和台账算出来的都一样。')

  // A wrong cell is named, and nothing is taken over.
  const wrong = edited(bytes, [[text, '>差不多了<']])
  await page.locator('input[type=file]').setInputFiles({ name: '回传.xlsx', mimeType: '', buffer: wrong })
  await page
    .getByRole('alert')
    .getByText(/第\d+行 S列“整改状态”： “差不多了”不是整改状态/)
    .waitFor()
  await expect.poll(() => page.getByRole('button', { name: /列入台账/ }).isDisabled()).toBe(true)
})
