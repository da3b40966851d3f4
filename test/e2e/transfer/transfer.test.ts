import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startLoopbackHost } from '../../../electron/node-host.ts'
import { writePackage } from '../../../electron/transfer/write-package.ts'
import { noMemory, sendOut } from '../../../shared/merge/exchange.ts'
import { buildRenderer, launchBrowser, openContext, type TestHooks, temporaryFolder } from '../browser.ts'

/** Screens for the eye, when a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIBEI_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Two machines: a library and a window each, and a stick between them. */
async function twoMachines(test: TestHooks) {
  const rendererDir = await buildRenderer()
  const browser = await launchBrowser(test)
  const stick = temporaryFolder(test)
  const machine = async () => {
    const host = await startLoopbackHost({ dataDir: temporaryFolder(test), rendererDir, log: () => undefined })
    test.onTestFinished(() => host.close())
    const { page, errors } = await openContext(browser, host.address)
    test.onTestFinished(() => expect(errors).toEqual([]))
    await page.locator('.card').waitFor()
    return page
  }
  return { a: await machine(), b: await machine(), stick }
}

/** What a button of the page saves, as it lies on the stick. */
async function saved(page: Page, stick: string, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(stick, `${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`)
  await download.saveAs(path)
  return path
}

/** 导出会议 from the open meeting. */
async function exportOpen(page: Page, stick: string): Promise<string> {
  await page.locator('.topbar').getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /^导出会议/ }).click()
  const dialog = page.getByRole('dialog', { name: '导出会议' })
  const path = await saved(page, stick, () => dialog.getByRole('button', { name: '导出', exact: true }).click())
  await dialog.waitFor({ state: 'detached' })
  return path
}

/** Chooses a file in 导入会议 on the list of meetings. */
async function chooseFile(page: Page, path: string) {
  await page.getByRole('button', { name: '导入会议…' }).click()
  const dialog = page.getByRole('dialog', { name: '导入会议' })
  await dialog.getByLabel('要导入的会议文件').setInputFiles(path)
  return dialog
}

const paper = (page: Page) => page.locator('.paper.ProseMirror')

/** Writes behind the end of a paragraph, and waits until it is saved. */
async function writeBehind(page: Page, paragraph: string, text: string): Promise<void> {
  await paper(page).locator('p', { hasText: paragraph }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+S')
  await page.getByText('已经存好了').first().waitFor()
}

async function openMeeting(page: Page): Promise<void> {
  await page.locator('.card-title').first().click()
  await paper(page).waitFor()
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
  expect(found).toEqual([])
}

const MARKUP = '<b>粗</b><img src=x onerror=alert(1)>'

/** A meeting whose every text would be markup if anybody took it for that. */
function withMarkup(): Buffer {
  const doc = {
    type: 'doc',
    content: [MARKUP, MARKUP].map((text, at) => block(at === 0 ? 'title' : 'paragraph', text)),
  }
  const paper = {
    id: crypto.randomUUID(),
    kind: 'speech' as const,
    body: JSON.stringify({ format: 1, doc }),
    decisions: [],
  }
  const content = { title: MARKUP, facts: { unit: MARKUP }, people: [], papers: [paper], waivers: [], problems: [] }
  const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const { parcel } = sendOut(noMemory, { ...content, agenda: null, chain: null }, digestOf)
  const made = '2026-12-14T01:00:00.000Z'
  const head = { schema: 90, program: '0.1.0', madeBy: MARKUP, made, meetingId: crypto.randomUUID(), title: MARKUP }
  return Buffer.from(writePackage({ head, parcel, versions: [], history: [], absent: [], clues: null, pack: null }))
}
const block = (type: string, text: string) => ({
  type,
  attrs: { hint: null, remarks: null },
  content: [{ type: 'text', text }],
})

it('two secretaries write in different paragraphs, exchange, and both have all; one place is decided', async (test) => {
  const { a, b, stick } = await twoMachines(test)
  // The sample of the second machine is another meeting; it goes out of the way.
  await b.locator('.card').getByRole('button', { name: /更多/ }).click()
  await b.getByRole('menuitem', { name: /移走/ }).click()
  await b.locator('.card').waitFor({ state: 'detached' })

  await a.locator('.card').getByRole('button', { name: /更多/ }).click()
  await a.getByRole('menuitem', { name: /导出会议/ }).click()
  const exporting = a.getByRole('dialog', { name: '导出会议' })
  await exporting.getByRole('button', { name: '导出', exact: true }).waitFor()
  await shoot(a, 'transfer-export')
  await expectAccessible(a)
  const first = await saved(a, stick, () => exporting.getByRole('button', { name: '导出', exact: true }).click())
  expect(basename(first)).toMatch(/\.huibei$/)
  expect(readFileSync(first).subarray(0, 2).toString()).toBe('PK')

  const taking = await chooseFile(b, first)
  await taking.getByText('这台电脑上还没有这个会议').waitFor()
  await shoot(b, 'transfer-new')
  await expectAccessible(b)
  await taking.getByRole('button', { name: '确认导入' }).click()
  await paper(b).waitFor()
  await b.getByText('已导入。').waitFor()

  await openMeeting(a)
  await writeBehind(a, '责任', '甲写的话。')
  await paper(b).locator('> p').last().click()
  await b.keyboard.press('End')
  await b.keyboard.type('乙写的话。')
  await b.keyboard.press('Control+S')
  // The same words on both sides.
  for (const [page, word] of [
    [a, '甲的称呼'],
    [b, '乙的称呼'],
  ] as const) {
    await paper(page).locator('.paper-salutation').click()
    await page.keyboard.press('End')
    await page.keyboard.type(word)
    await page.keyboard.press('Control+S')
  }
  const [fromA, fromB] = [await exportOpen(a, stick), await exportOpen(b, stick)]

  // Dropped on the window of an open meeting.
  const bytes = readFileSync(fromB).toString('base64')
  await a.evaluate((content) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], '乙.huibei'))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, bytes)
  const merging = a.getByRole('dialog', { name: '导入会议' })
  await merging.getByText('两边都改了', { exact: true }).first().waitFor()
  await merging.getByText('1 处两边改的不一样').waitFor()
  await shoot(a, 'transfer-merge')
  await merging.getByRole('button', { name: '确认导入' }).click()
  await merging.waitFor({ state: 'detached' })
  await expect.poll(() => paper(a).innerText()).toContain('乙写的话。')
  await expect.poll(() => paper(a).innerText()).toContain('甲写的话。')
  await expect.poll(() => paper(a).innerText()).toContain('甲的称呼')

  await b.goBack()
  await b.getByRole('button', { name: '导入会议…' }).waitFor()
  const mergingB = await chooseFile(b, fromA)
  await mergingB.getByRole('button', { name: '确认导入' }).click()
  await expect.poll(() => paper(b).innerText()).toContain('甲写的话。')
  await expect.poll(() => paper(b).innerText()).toContain('乙写的话。')

  // What nobody has decided stands in the delivery check, and over a restart of the page.
  await a.reload()
  await paper(a).waitFor()
  await a.getByText('有 1 处改得不一样').waitFor()
  await a.getByRole('button', { name: '打印' }).click()
  await a.getByRole('menuitem', { name: '交稿检查' }).click()
  await a.getByText(/导入的和这里的不一样，还没有定用哪个/).waitFor()
  await a.keyboard.press('Escape')
  await a.getByRole('dialog').waitFor({ state: 'detached' })
  await a.getByRole('button', { name: '逐处来定' }).click()
  const deciding = a.getByRole('dialog', { name: '两边改的不一样' })
  await deciding.getByText('乙的称呼').waitFor()
  await shoot(a, 'transfer-conflict')
  await expectAccessible(a)
  await deciding.getByRole('button', { name: '换成对方的' }).click()
  await deciding.getByText('都定好了。').waitFor()
  await deciding.getByRole('button', { name: '好', exact: true }).click()
  await expect.poll(() => paper(a).innerText()).toContain('乙的称呼')
  await expect.poll(() => a.getByText('改得不一样').count()).toBe(0)
})

it('asks for the password, tells a wrong one, refuses a foreign file, all from the keyboard', async (test) => {
  const { a, b, stick } = await twoMachines(test)
  await a.locator('.card').getByRole('button', { name: /更多/ }).focus()
  await a.keyboard.press('Enter')
  await a.getByRole('menuitem', { name: /导出会议/ }).waitFor()
  await a.keyboard.press('ArrowDown')
  await a.keyboard.press('Enter')
  const exporting = a.getByRole('dialog', { name: '导出会议' })
  await exporting.getByRole('checkbox', { name: '加密码' }).focus()
  await a.keyboard.press('Space')
  await exporting.getByRole('textbox', { name: '密码' }).waitFor()
  await a.keyboard.type('qingyuan2026')
  const path = await saved(a, stick, () => a.keyboard.press('Enter'))
  expect(readFileSync(path).includes('state.json')).toBe(false)

  await b.getByRole('button', { name: '导入会议…' }).focus()
  await b.keyboard.press('Enter')
  const taking = b.getByRole('dialog', { name: '导入会议' })
  const input = taking.getByLabel('要导入的会议文件')
  await input.setInputFiles({ name: '别的.huibei', mimeType: '', buffer: Buffer.from('<html>不是会议</html>') })
  await taking.getByText('这不是会备的会议文件').waitFor()
  await input.setInputFiles({ name: '怪的.huibei', mimeType: '', buffer: withMarkup() })
  await taking.getByRole('heading', { name: MARKUP }).waitFor()
  await expect.poll(() => taking.locator('img, b').count()).toBe(0)
  await input.setInputFiles(path)
  await taking.getByRole('textbox', { name: '密码' }).waitFor()
  await b.keyboard.type('wrong')
  await b.keyboard.press('Enter')
  await taking.getByText('密码不对').waitFor()
  await taking.getByRole('textbox', { name: '密码' }).fill('qingyuan2026')
  await b.keyboard.press('Enter')
  await taking.getByText('这台电脑上还没有这个会议').waitFor()
  await b.keyboard.press('Escape')
  await taking.waitFor({ state: 'detached' })
  await expect.poll(() => b.locator('.card').count()).toBe(1)
})
