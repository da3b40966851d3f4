import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openSession } from '../browser.ts'
import { SCENES } from './screens.ts'

/** What axe objects to on the page as it stands: rule and place. With a theme, what its colours do wrong. */
async function violations(page: Page, theme: string | null = null): Promise<string[]> {
  // Evaluated, not added as a script tag, so that the page keeps its content security policy.
  await page.evaluate(axe.source)
  return page.evaluate(async (wanted) => {
    const before = document.documentElement.dataset.theme ?? ''
    if (wanted) document.documentElement.dataset.theme = wanted
    const rules = wanted ? { runOnly: ['color-contrast'] } : {}
    const options: RunOptions = { ...rules, resultTypes: ['violations'] }
    const result = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
    document.documentElement.dataset.theme = before
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }, theme)
}

/** Whole walks: a slow machine takes its time over them. Milliseconds. */
const PATIENCE = 300_000

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('what a newcomer meets is within reach of everybody', async (test) => {
    const { page } = await openSession(test, { colorScheme, firstVisit: true })
    await page.locator('.card').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '新建会议' }).click()
    await page.getByLabel('被巡察单位').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

it(
  'every screen and dialog is within reach of everybody, in light, dark and high contrast',
  async (test) => {
    const { page } = await openSession(test)
    // A colour on its way to another is neither.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const [name, show] of SCENES) {
      await show(page)
      expect.soft(await violations(page), name).toEqual([])
      for (const theme of ['dark', 'contrast'])
        expect.soft(await violations(page, theme), `${name}, ${theme}`).toEqual([])
    }
  },
  PATIENCE,
)

it('forced colours leave every control visible', async (test) => {
  const { page } = await openSession(test)
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.locator('.card-title').click()
  await page.locator('.point').first().waitFor()
  expect(await violations(page)).toEqual([])
  // What is chosen differs by more than a background, which forced colours take away.
  const looks = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { borderColor, borderWidth, outlineStyle, color, backgroundColor, forcedColorAdjust } =
        getComputedStyle(element)
      return JSON.stringify([borderColor, borderWidth, outlineStyle, color, backgroundColor, forcedColorAdjust])
    })
  for (const control of ['.tab', '.choice-item'])
    expect(await looks(`${control}[data-selected] >> nth=0`), control).not.toBe(
      await looks(`${control}:not([data-selected]) >> nth=0`),
    )
  await page.getByRole('tab', { name: /校核/ }).focus()
  await page.keyboard.press('ArrowRight')
  const ring = () => page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
  await expect.poll(ring).not.toBe('none')
})

/** Names of controls that no scrolling brings into the window. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const front = document.querySelector('.veil, .print-preview')
    const isHidden = (element: Element) =>
      element.closest('[aria-hidden="true"], .visually-hidden') !== null ||
      [element, element.parentElement].some((one) => (one?.getBoundingClientRect().width ?? 0) < 3)
    const isCut = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect()
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around)
        const box = around.getBoundingClientRect()
        if (overflowX === 'auto' || overflowX === 'scroll') return false
        if (overflowX !== 'visible' && (left < box.left - 1 || right > box.right + 1)) return true
      }
      return left < -1 || right > window.innerWidth + 1
    }
    const controls = [...(front ?? document).querySelectorAll('button, input, select, textarea, [role="tab"]')]
    return controls
      .filter((element) => !isHidden(element) && isCut(element))
      .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? element.className)
  })
}

it(
  'nothing is cut off at 200 % on a small screen',
  async (test) => {
    const { page } = await openSession(test, { viewport: { width: 683, height: 384 } })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const fits = async (name: string) => {
      await expect.poll(overflow, { message: name }).toBeLessThanOrEqual(0)
      await expect.poll(() => outOfReach(page), { message: name }).toEqual([])
    }
    const before = SCENES.findIndex(([name]) => name === 'workbench')
    for (const [name, show] of SCENES.slice(0, before)) {
      await show(page)
      await fits(name)
    }
    await page.goBack()
    await page.locator('.card-title').click()
    await page.locator('.paper.ProseMirror').waitFor()
    await fits('the paper alone')
    const right = page.getByRole('button', { name: '右栏：要点、校核、要素、版本' })
    await right.click()
    for (const name of ['要点清单', '校核', '要素', '批注', '版本', '素材']) {
      await page.getByRole('tab', { name: new RegExp(name) }).click()
      await fits(name)
    }
    await right.click()
    for (const item of ['交稿检查', '打印和预览']) {
      await page.getByRole('button', { name: '打印', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await page.getByRole('dialog').waitFor()
      await fits(item)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    for (const item of [/会议材料/, /读回修改稿/]) {
      await page.getByRole('button', { name: '导出', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await page.getByRole('dialog').waitFor()
      await fits(String(item))
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: '左栏：文稿和提纲' }).click()
    await page.getByRole('heading', { name: '提纲' }).waitFor()
    await fits('the outline')
  },
  PATIENCE,
)
