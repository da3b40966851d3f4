// A meeting that went to another machine and came back: what the manual shows of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createServices } from '../../electron/services/create-services.ts'

const WORDS = '年底以前'

/** The file as a colleague sends it back: a paragraph more, and other words in the first one. */
async function sentBack(file: Buffer): Promise<Buffer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huibei-colleague-'))
  const services = await createServices({ dataDir, hostKind: 'memory', log: () => undefined })
  try {
    const call = async <T>(name: string, input: unknown): Promise<T> => {
      const result = await services.dispatch(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.code}`)
      return result.value as T
    }
    const settings = await call<{ revision: number; settings: object }>('settings.get', {})
    const named = { ...settings.settings, officeName: '青垣县委巡察办', userName: '周宁' }
    await call('settings.save', { revision: settings.revision, settings: named })
    const opened = { fileName: '会议.huibei', bytes: file.toString('base64'), password: null }
    const { source } = await call<{ source: string }>('transfer.open', opened)
    const { meetingId } = await call<{ meetingId: string }>('transfer.take', {
      ...{ source, withClues: false, withPack: false },
    })
    const { papers } = await call<{ papers: { id: string }[] }>('meeting.get', { id: meetingId })
    const paper = await call<{ id: string; revision: number; body: string }>('paper.get', { id: papers[0]?.id })
    const stored = JSON.parse(paper.body) as { doc: { content: { type: string; content?: { text?: string }[] }[] } }
    const last = stored.doc.content.findLast(({ type }) => type === 'paragraph')
    const text = last?.content?.find((child) => child.text)
    if (text) text.text = `${text.text}${WORDS}再报一次。`
    const index = stored.doc.content.findIndex(({ type }) => type === 'paragraph')
    const added = {
      type: 'paragraph',
      attrs: { hint: null, remarks: null },
      content: [{ type: 'text', text: '会前请各位再对一遍清单。' }],
    }
    stored.doc.content.splice(index + 1, 0, added as never)
    await call('paper.save', { id: paper.id, revision: paper.revision, body: JSON.stringify(stored) })
    const back = await call<{ bytes: string }>('transfer.export', { meetingId, password: null, withClues: false })
    return Buffer.from(back.bytes, 'base64')
  } finally {
    await services.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** They go by themselves while one looks for them. */
const closeNotices = (page: Page) =>
  page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.notice [aria-label="知道了"]')) button.click()
  })

const dialog = (page: Page) => page.getByRole('dialog', { name: '导入会议' })

export const TRANSFER_SCENES: [name: string, show: (page: Page) => Promise<void>][] = [
  [
    'transfer',
    async (page) => {
      await page.getByRole('button', { name: '回到会议' }).click()
      await page.locator('.paper.ProseMirror').waitFor()
      await page.locator('.topbar').getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: /^导出会议/ }).click()
      const exporting = page.getByRole('dialog', { name: '导出会议' })
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        exporting.getByRole('button', { name: '导出', exact: true }).click(),
      ])
      const back = await sentBack(await readFile(await download.path()))
      await page.locator('.paper.ProseMirror > p:not([class])').last().click()
      await page.keyboard.press('End')
      await page.keyboard.type('月底以前再报一次。')
      await page.keyboard.press('Control+S')
      await page.getByText('已经存好了').waitFor()
      await closeNotices(page)
      await page.getByRole('button', { name: '回到会议列表' }).click()
      await page.getByRole('button', { name: '导入会议…' }).click()
      await dialog(page)
        .getByLabel('要导入的会议文件')
        .setInputFiles({ name: '反馈会议.huibei', mimeType: '', buffer: back })
      await dialog(page).getByText('两边都改了', { exact: true }).first().waitFor()
    },
  ],
  [
    'transfer-conflict',
    async (page) => {
      await dialog(page).getByRole('button', { name: '确认导入' }).click()
      await page.locator('.paper.ProseMirror').waitFor()
      await page.getByRole('button', { name: '逐处来定' }).click()
      await page.getByRole('dialog', { name: '两边改的不一样' }).waitFor()
      await closeNotices(page)
    },
  ],
]
