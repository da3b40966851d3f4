import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtInPack } from '../../../shared/packs/pack.ts'
import { openSession } from '../browser.ts'

const jsonFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
const newer = JSON.stringify({ ...builtInPack, name: '市里的规则包', version: '2027-05-01' }, null, 2)

async function openPackPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('tab', { name: '规则包' }).click()
  await page.locator('.pack-point[data-point="O1"]').waitFor()
}

async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
}

it('changes a point by keyboard, which the checklist shows at once and another pack does not undo', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.locator('.point[data-point="P2"]').waitFor()
  await openPackPage(page)
  expect(await axeProblems(page)).toEqual([])

  const row = page.locator('.pack-point[data-point="P2"]')
  await row.getByRole('button', { name: /级别/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: '可选' }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await row.getByText('本单位改过').waitFor()
  const words = row.getByLabel(/本单位的说法/)
  await words.fill('唠几句（家常')
  await words.press('Enter')
  await row.getByText(/括号没有配上/).waitFor()
  await words.fill('唠几句家常、拉…家常')
  await words.press('Enter')
  await row.getByText(/括号没有配上/).waitFor({ state: 'detached' })

  await page.getByLabel('规则包文件').setInputFiles(jsonFile('新包.json', newer))
  await page.getByText('从“新包.json”导入').waitFor()
  await expect.poll(() => page.locator('.pack-facts').textContent()).toContain('市里的规则包')
  await expect.poll(() => words.inputValue()).toBe('唠几句家常、拉…家常')

  const broken = newer.replace('"version": "2027-05-01"', '"version": "五月"')
  await page.getByLabel('规则包文件').setInputFiles(jsonFile('坏包.json', broken))
  await page.getByText('“坏包.json”没有导入，规则没有变：第 4 行，“version”：应当是日期').waitFor()
  await expect.poll(() => page.locator('.pack-facts').textContent()).toContain('市里的规则包')

  await page.getByRole('button', { name: '恢复自带' }).click()
  await page.locator('.pack-facts', { hasText: '程序自带' }).waitFor()
  await expect.poll(() => words.inputValue()).toBe('唠几句家常、拉…家常')
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pack.png` })
  await page.keyboard.press('Escape')
  await page.locator('.dialog').waitFor({ state: 'detached' })
  await page.locator('.point[data-point="P2"] .point-level', { hasText: '可选' }).waitFor()
})

it('takes the office’s own words into the check, and leaves out a rule until it is called back', async (test) => {
  const { page } = await openSession(test)
  await page.locator('.card-paper', { hasText: '讲话稿' }).click()
  await page.getByRole('tab', { name: /校核/ }).click()
  await page.locator('.finding', { hasText: '台帐' }).waitFor()
  await openPackPage(page)
  const own = page.getByLabel('写错的→正确的')
  await own.fill('同志们→各位同志')
  await own.blur()
  await page.getByLabel('为什么不提').fill('本单位习惯写“帐”')
  await page.getByRole('button', { name: /^校核项|请选择.*校核项/ }).click()
  await page.getByRole('option', { name: '“账”和“帐”' }).click()
  await page.getByRole('button', { name: '以后不提' }).click()
  await page.getByText('“账”和“帐”：本单位习惯写“帐”').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.finding', { hasText: '各位同志' }).first().waitFor()
  await page.locator('.dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.finding', { hasText: '台帐' }).count()).toBe(0)
  await openPackPage(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出规则包' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`会备规则包 ${builtInPack.version}.json`)
  await page.getByRole('button', { name: '重新提醒：“账”和“帐”' }).click()
  await page.getByText('“账”和“帐”：本单位习惯写“帐”').waitFor({ state: 'detached' })
})
