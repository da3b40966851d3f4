import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSession, temporaryFolder } from '../browser.ts'

async function exported(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /Word 标准稿/ }).click()
  await page.getByRole('button', { name: '照样导出 Word' }).click()
  return readFile(await (await download).path())
}

function editDocument(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  parts['word/document.xml'] = strToU8(edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
  return zipSync(parts)
}

/** The leader put a word in as a tracked change, and took a paragraph out without one. */
const tracked = (xml: string) =>
  xml
    .replace(/(<w:r>(?:(?!<\/w:r>).)*?<w:t[^>]*>)(同志们：)/s, '$1同志们，朋友们：')
    .replace(
      /<w:r>((?:(?!<\/w:r>).)*?)<w:t([^>]*)>([^<]{30,}?)<\/w:t><\/w:r>(?=<\/w:p><w:p>(?:(?!<\/w:p>).)*?HuibeiClosing)/s,
      (_, look, space, text) =>
        `<w:r>${look}<w:t${space}>${text.slice(0, 10)}</w:t></w:r><w:ins w:id="90" w:author="领导" w:date="2026-12-10T08:00:00Z"><w:r>${look}<w:t>切实</w:t></w:r></w:ins><w:r>${look}<w:t>${text.slice(10)}</w:t></w:r>`,
    )

test('a draft edited in Word is compared with what was exported, and only what is taken comes in', async (context) => {
  const { page } = await openSession(context)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const text = page.locator('.paper.ProseMirror')
  const before = await text.locator('p').allTextContents()
  const bytes = editDocument(await exported(page), tracked)
  expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('<w:ins ')
  const file = join(temporaryFolder(context), '领导改过.docx')
  await writeFile(file, bytes)

  const readBack = async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: /读回修改稿/ }).click()
    await page.getByLabel('改过的稿子').setInputFiles(file)
    await page.getByText('文件里记着它是从这一版导出的').waitFor()
  }
  await readBack()
  const changes = page.locator('.readback-change')
  await expect.poll(() => changes.count()).toBe(2)
  await expect.poll(() => changes.first().textContent()).toContain('朋友们')
  await expect.poll(() => changes.last().textContent()).toContain('切实')
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: `${process.env.HUIBEI_PICTURES}/read-back.png` })
  // Nothing is decided for the user.
  await expect.poll(() => page.getByRole('button', { name: /把采纳的/ }).isDisabled()).toBe(true)
  await changes.last().getByText('采纳', { exact: true }).click()
  await changes.first().getByText('不采纳', { exact: true }).click()
  await page.getByRole('button', { name: '把采纳的 1 处改进文稿' }).click()
  await page.getByText(/已采纳 1 处/).waitFor()
  const after = await text.locator('p').allTextContents()
  const differing = after.flatMap((own, index) => (own === before[index] ? [] : [own]))
  expect(differing).toHaveLength(1)
  expect(differing[0]).toContain('切实')
  // What was taken is no change any more; what was left still is one. The text before is kept.
  await readBack()
  await expect.poll(() => changes.count()).toBe(1)
  await expect.poll(() => changes.first().textContent()).toContain('朋友们')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /版本/ }).click()
  await page.locator('.revision', { hasText: '读回修改稿之前' }).waitFor()
})
