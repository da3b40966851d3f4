import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSession, type TestHooks } from '../browser.ts'

/** The sample meeting with its 会议材料 open. */
async function handouts(test: TestHooks) {
  const { page } = await openSession(test)
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await openDialog(page)
  return page
}

type Call = { name: string; input: Record<string, string> }

/** Plays the part of the desktop: what the host can do, and its answers to commands that only it has. */
async function asDesktop(page: Page, answers: Record<string, (input: Call['input']) => unknown>) {
  await page.route('**/api/call', async (route) => {
    const { name, input } = JSON.parse(route.request().postData() ?? '{}') as Call
    const answer = answers[name]
    if (name === 'host.info') {
      const { value } = await (await route.fetch()).json()
      const able = { canPrintToPdf: true, canChooseFolder: true, canShowInFolder: true }
      return route.fulfill({ json: { ok: true, value: { ...value, ...able } } })
    }
    return answer ? route.fulfill({ json: { ok: true, value: await answer(input) } }) : route.continue()
  })
}

async function openDialog(page: Page) {
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /会议材料/ }).click()
  await page.getByRole('dialog', { name: '会议材料' }).waitFor()
}

test('a package holds every chosen paper of the meeting as a Word file', async (context) => {
  const page = await handouts(context)
  const field = page.getByLabel('表态发言的份数')
  await field.fill('0')
  await field.press('Enter')
  await page.locator('.handouts-people label', { hasText: '许怀谷' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Word 材料包' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/材料包\.zip$/)
  const packed = unzipSync(await readFile(await file.path()))
  const names = Object.keys(packed)
  expect(names.filter((name) => !name.endsWith('.docx'))).toEqual([])
  expect(names.filter((name) => /签到表|桌签|参会人员名单|材料签收单|要点核对表|责任分工表/.test(name))).toHaveLength(6)
  expect(names.filter((name) => name.includes('表态发言'))).toEqual([])
  expect(names.filter((name) => name.includes('大字稿'))).toHaveLength(2)
  await page.getByText(/里面有 \d+ 个 Word 文件/).waitFor()
  // Who does not come has no name card; the choice is still there the next time.
  const cards = packed[names.find((name) => name.includes('桌签')) ?? ''] ?? new Uint8Array()
  const text = strFromU8(unzipSync(cards)['word/document.xml'] ?? new Uint8Array())
  expect([text.includes('沈砚田'), text.includes('许怀谷')]).toEqual([true, false])
  await page.keyboard.press('Escape')
  await openDialog(page)
  await expect.poll(() => page.getByRole('checkbox', { name: /^许怀谷/ }).isChecked()).toBe(false)
  await expect.poll(() => page.getByLabel('表态发言的份数').inputValue()).toBe('0')
})

test('one print run holds all copies, sheets across lie across, and copies begin on a front', async (context) => {
  const page = await handouts(context)
  for (const [name, copies] of [
    ['签到表', '2'],
    ['讲话稿（大字稿）', '0'],
    ['主持词（大字稿）', '0'],
  ] as const) {
    await page.getByLabel(`${name}的份数`).fill(copies)
    await page.getByLabel(`${name}的份数`).press('Enter')
  }
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: `${process.env.HUIBEI_PICTURES}/dialog.png` })
  await page.getByRole('button', { name: '预览和打印' }).click()
  await page.locator('.print-page').first().waitFor()
  const shown = await page.locator('.print-page').count()
  const cards = page.locator('[data-job="name-cards"]')
  await expect.poll(() => cards.count()).toBe(11)
  await expect.poll(() => cards.first().locator('.name-card').count()).toBe(2)
  await expect
    .poll(() => page.locator('[data-job="duties"].is-landscape thead').first().textContent())
    .toContain('责任领导')
  const rows = page.locator('[data-job="sign-in"] tbody tr')
  await expect.poll(() => rows.count()).toBe(15)
  if (process.env.HUIBEI_PICTURES) {
    const shots: [string, string][] = [
      ['sign-in', '[data-job="sign-in"]'],
      ['duties', '[data-job="duties"]'],
      ['card', '[data-job="name-cards"]'],
      ['checklist', '[data-job="checklist"]'],
      ['receipt', '[data-job="receipt"]'],
    ]
    for (const [name, selector] of shots)
      await page
        .locator(selector)
        .first()
        .screenshot({ path: `${process.env.HUIBEI_PICTURES}/${name}.png` })
  }
  // The printer gets the copies, the screen has one of each before and after.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = String(document.querySelectorAll('.print-page').length)
    }
  })
  const sheets = Number(/共 (\d+) 页$/.exec((await page.locator('.print-count').textContent()) ?? '')?.[1])
  await page.locator('.print-button.is-main').click()
  const printed = Number(await page.evaluate(() => document.body.dataset.printed))
  expect(sheets).toBeGreaterThan(shown)
  expect(printed).toBeGreaterThan(sheets)
  expect(printed % 2).toBe(0)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => page.locator('.print-page').count()).toBe(shown)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(shown)
  expect(new Set(pdf.match(/\/MediaBox\s*\[[^\]]*\]/g)).size).toBe(2)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '会议材料' }).waitFor()
})

test('a package that is stopped leaves no file', async (context) => {
  const page = await handouts(context)
  let downloads = 0
  page.on('download', () => {
    downloads += 1
  })
  await page.route('**/api/**', async (route) => {
    if (/handout\.docx/.test(route.request().postData() ?? '')) {
      await page.getByRole('button', { name: '停下' }).click()
    }
    await route.continue()
  })
  await page.getByRole('button', { name: '导出 Word 材料包' }).click()
  await page.getByText('已经停下，没有生成任何文件。').waitFor()
  expect(downloads).toBe(0)
})

test('on the desktop the papers go into a folder one by one, can be stopped between two, and say what was renamed', async (context) => {
  const { page } = await openSession(context)
  const written: string[] = []
  const shown: string[] = []
  let stopAt = Number.POSITIVE_INFINITY
  let reached = () => {}
  let release = () => {}
  const stopped = new Promise<void>((resolve) => {
    release = resolve
  })
  await asDesktop(page, {
    'folder.choose': () => ({ folder: { id: 'f1', name: '会议材料' } }),
    'folder.write': async ({ folderId, fileName = '' }) => {
      expect(folderId).toBe('f1')
      written.push(fileName)
      if (written.length === stopAt) {
        reached()
        await stopped
      }
      return { fileName: fileName.replace(/签到表\.docx$/, '签到表（2）.docx') }
    },
    'folder.show': ({ folderId = '' }) => {
      shown.push(folderId)
      return {}
    },
  })
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await openDialog(page)
  await page.getByRole('button', { name: '导出到文件夹' }).click()
  await page
    .getByText(/“会议材料”里写好了 \d+ 个 Word 文件。文件夹里原有的同名文件没有动，新的叫“.*签到表（2）\.docx”/)
    .waitFor()
  expect(written.length).toBeGreaterThan(10)
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: `${process.env.HUIBEI_PICTURES}/folder.png` })
  await page.getByRole('button', { name: '打开文件夹' }).click()
  await expect.poll(() => shown).toEqual(['f1'])

  written.splice(0)
  stopAt = 3
  const third = new Promise<void>((resolve) => {
    reached = resolve
  })
  await page.getByRole('button', { name: '导出到文件夹' }).click()
  await third
  await page.getByRole('button', { name: '停下' }).click()
  release()
  await page.getByText(/已经停下，已写好的 3 个 Word 文件在“会议材料”里，都是完整的。/).waitFor()
})

test('a PDF comes from the host where it can, from the printing of the browser elsewhere', async (context) => {
  const { page } = await openSession(context)
  const asked: string[] = []
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  const preview = async () => {
    await page.getByRole('button', { name: '打印' }).click()
    await page.getByRole('menuitem', { name: /打印和预览/ }).click()
    const goOn = page.getByRole('button', { name: '照样打印' })
    await goOn.or(page.locator('.print-page').first()).first().waitFor()
    if (await goOn.isVisible()) await goOn.click()
    await page.locator('.print-page').first().waitFor()
  }
  await preview()
  await page.getByText('要 PDF 文件：点“打印”，在浏览器的打印窗口里选“另存为 PDF”。').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '存为 PDF' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await asDesktop(page, {
    'print.pdf': ({ fileName = '' }) => {
      asked.push(fileName)
      return { saved: true }
    },
  })
  await preview()
  await page.getByRole('button', { name: '大字版' }).click()
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await page.getByText('已存为 PDF。').waitFor()
  expect(asked).toEqual([expect.stringMatching(/讲话（大字稿）$/)])
})
