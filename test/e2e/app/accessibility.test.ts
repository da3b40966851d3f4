import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openSession } from '../browser.ts'

/** What axe objects to on the page as it stands: rule and place. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script tag, so that the page keeps its content security policy.
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const result = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
  return found
}

const TABS = ['要点清单', '校核', '要素', '版本']

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('the list of meetings and a new meeting are within reach of everybody', async (test) => {
    const session = await openSession(test, { colorScheme, firstVisit: true })
    const { page } = session
    await page.locator('.card').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '新建会议' }).click()
    await page.getByLabel('被巡察单位').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('the workbench with each of its panels and dialogs is too', async (test) => {
    const session = await openSession(test, { colorScheme })
    const { page } = session
    await page.locator('.card-title').click()
    await page.locator('.point').first().waitFor()
    for (const name of TABS) {
      await page.getByRole('tab', { name: new RegExp(name) }).click()
      expect(await violations(page), name).toEqual([])
    }
    await page.getByRole('tab', { name: /要点清单/ }).click()
    await page.locator('.point-row').first().click()
    expect(await violations(page), 'an open point').toEqual([])
    await page.getByRole('button', { name: '打印' }).click()
    expect(await violations(page), 'a menu').toEqual([])
    await page.getByRole('menuitem', { name: '交稿检查' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page), 'the delivery check').toEqual([])
    await page.keyboard.press('Escape')
    for (const name of ['设置', '帮助']) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog', { name }).waitFor()
      expect(await violations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
    }
  })
})

it('high contrast is within reach as well', async (test) => {
  const session = await openSession(test)
  const { page } = session
  await page.evaluate(() => window.localStorage.setItem('huibei.theme', 'contrast'))
  await page.reload()
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  expect(await violations(page)).toEqual([])
})

it('nothing is cut off at 200 % on a small screen', async (test) => {
  const session = await openSession(test, { viewport: { width: 683, height: 384 } })
  const { page } = session
  await page.locator('.card-title').click()
  await page.locator('.paper.ProseMirror').waitFor()
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '右栏：要点、校核、要素、版本' }).click()
  await page.getByRole('tab', { name: /校核/ }).click()
  await page.getByRole('button', { name: '左栏：文稿和提纲' }).click()
  await page.getByRole('heading', { name: '提纲' }).waitFor()
  expect(await overflow()).toBeLessThanOrEqual(0)
})
