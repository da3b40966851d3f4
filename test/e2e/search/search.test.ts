import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createHttpClient } from '../../contract/http-client.ts'
import { paperBody } from '../../contract/paper-bodies.ts'
import { compose, openSession, temporaryFolder } from '../browser.ts'

/** Screens for the eye, when a folder for them is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.HUIBEI_SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const OLD = '要把群众饮水安全当作头等大事，蓄水池一口一口查，水管一段一段换，不达标准决不收兵。'

it('finds while typing, by characters and initials, and goes to the place', async (test) => {
  const { page, devtools } = await openSession(test)
  await page.locator('.card').waitFor()
  const box = page.getByRole('textbox', { name: '找会议' })
  await box.fill('整改')
  const results = page.getByRole('region', { name: '找到的' })
  await results.locator('mark', { hasText: '整改' }).first().waitFor()
  await shoot(page, 'search')

  // By an input method: nothing that is found takes the box away from under the letters.
  await box.fill('')
  await box.focus()
  await compose(devtools, 'zhenggai', '整改')
  await results.locator('mark', { hasText: '整改' }).first().waitFor()
  await expect.poll(() => box.inputValue()).toBe('整改')
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true)

  // ↓ goes through what was found, Esc back to the box.
  const focused = () =>
    page.evaluate(() => {
      const hits = [...document.querySelectorAll('.search-results .search-hit-open')]
      return document.activeElement ? hits.indexOf(document.activeElement) : -1
    })
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toBe(0)
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toBe(1)
  await shoot(page, 'search-keys')
  await page.keyboard.press('Escape')
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true)

  await box.fill('lxz')
  await results.locator('mark', { hasText: '柳溪镇' }).first().waitFor()
  await box.fill('没有这样的话')
  await results.getByText('没有找到“没有这样的话”').waitFor()
  await box.fill('同志们')
  await results
    .locator('.search-hit-open', { hasText: '讲话' })
    .filter({ has: page.locator('mark', { hasText: '同志们' }) })
    .first()
    .waitFor()
  await box.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.paper-flash, .flash, .ProseMirror').first().waitFor()
  await page.locator('.ProseMirror').getByText('同志们').first().waitFor()
})

it('takes a folder of old papers in, takes a paragraph over with its source, and finds it as 雷同', async (test) => {
  const { page, host, context } = await openSession(test)
  const folder = join(temporaryFolder(test), '旧稿')
  mkdirSync(join(folder, '2024'), { recursive: true })
  writeFileSync(join(folder, '一.txt'), `关于饮水安全的讲话\n${OLD}\n`)
  writeFileSync(join(folder, '2024', '一（副本）.txt'), `关于饮水安全的讲话\n${OLD}\n`)
  writeFileSync(join(folder, '空.txt'), '')
  writeFileSync(join(folder, '照片.png'), 'x')
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  await page.getByRole('tab', { name: '素材' }).click()
  await page.getByRole('button', { name: '导入素材…' }).click()
  await page.getByLabel('选文件夹').setInputFiles(folder)
  await page.getByText('读了 3 个，共 3 个').waitFor()
  const dialog = page.getByRole('dialog', { name: '导入素材' })
  await expect.poll(() => dialog.innerText()).toMatch(/新放进 1 篇，1 篇和已有的一字不差，没有重复放，1 个没读成。/)
  await shoot(page, 'import')
  await dialog.getByRole('button', { name: '好了' }).click()
  await page.getByText('素材 1 篇').waitFor()

  await page.getByRole('textbox', { name: '找写过的' }).fill('蓄水池')
  const results = page.getByRole('region', { name: '找到的' })
  await results.getByRole('button', { name: '插入' }).click()
  await page.locator('.ProseMirror').getByText(OLD).waitFor()
  await shoot(page, 'inserted')
  await results.locator('.search-hit-open').click()
  await page.getByRole('dialog', { name: '关于饮水安全的讲话' }).locator('[data-wanted]').waitFor()
  await page.keyboard.press('Escape')

  // Another meeting has the words too, and some more of the sample.
  const other = createHttpClient(host)
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const answer = await other.call(name, input)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value as T
  }
  const { papers } = await call<{ papers: { id: string }[] }>('meeting.create', {
    title: '石桥乡反馈会议',
    facts: {},
    people: [],
    papers: ['speech'],
  })
  const paragraphs = await page.locator('.ProseMirror p').allInnerTexts()
  const sentence = paragraphs.reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  const body = paperBody('在石桥乡的讲话', `石桥乡同志：${OLD}`, `${sentence}另外再说一句。`)
  await call('paper.save', { id: papers[0]?.id, revision: 1, body })
  other.close()

  await page.getByRole('textbox', { name: '找写过的' }).fill('')
  const similar = page.getByRole('region', { name: '雷同' })
  const sources = similar.getByRole('list', { name: '各篇占多少' }).getByRole('button')
  const compare = async () => {
    await page.getByRole('button', { name: '查雷同' }).click()
    await similar.waitFor()
    return sources.count()
  }
  // The index follows a little after the change.
  await expect.poll(compare).toBe(2)
  await expect.poll(() => sources.first().innerText()).toMatch(/石桥乡反馈会议 · 在石桥乡的讲话\s*\d+%/)
  await expect.poll(() => sources.last().innerText()).toMatch(/素材《关于饮水安全的讲话》\s*\d+%/)
  await similar.locator('.similar-mine', { hasText: '蓄水池一口一口查' }).waitFor()
  await shoot(page, 'similar')

  // Side by side with one of them: what is the same is marked in both; it can be copied, or taken over.
  await sources.first().click()
  const beside = page.getByRole('dialog', { name: '雷同的地方并排看' })
  const pairs = beside.locator('.similar-pair')
  await expect.poll(() => pairs.count()).toBe(2)
  const pair = pairs.filter({ hasText: '蓄水池' })
  const marked = OLD.slice(0, -1)
  await expect.poll(() => pair.locator('mark').allInnerTexts()).toEqual([marked, marked])
  await expect.poll(() => pair.getByRole('region', { name: '来源' }).innerText()).toContain(`石桥乡同志：${OLD}`)
  await shoot(page, 'beside')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await pair.getByRole('button', { name: '复制' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`石桥乡同志：${OLD}`)
  await pair.getByRole('button', { name: '插入' }).click()
  await beside.waitFor({ state: 'detached' })
  await page.locator('.ProseMirror').getByText(`石桥乡同志：${OLD}`).waitFor()

  await page.getByRole('tab', { name: /批注/ }).click()
  await page.getByText('摘自素材《关于饮水安全的讲话》').waitFor()
  await page.getByText('摘自石桥乡反馈会议 · 在石桥乡的讲话').waitFor()
  await shoot(page, 'source')
})
