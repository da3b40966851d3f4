import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openSession } from '../browser.ts'

const TABS = {
  整改台账: 'ledger',
  跟踪督办: 'tracking',
  责任链条: 'chain',
  议程: 'agenda',
  全会核对: 'meeting-check',
}

/** Set to a folder, the pictures for docs/ are taken on the way. */
const PICTURES = process.env.HUIBEI_PICTURES
const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const result = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('every screen of the ledger is within reach of everybody', async (test) => {
    const session = await openSession(test, { colorScheme })
    const { page } = session
    await page.locator('.card-title').click()
    await page.getByRole('button', { name: '整改和议程' }).click()
    await page.getByRole('menuitem', { name: '整改台账' }).click()
    await page.getByRole('option').first().click()
    for (const [name, file] of Object.entries(TABS)) {
      await page.getByRole('tab', { name: new RegExp(name) }).click()
      if (name === '整改台账') await page.getByRole('heading', { name: '第1个问题' }).waitFor()
      if (name === '责任链条') await page.locator('.chain-picture img').waitFor()
      if (name === '全会核对') await page.getByText(/处不一致/).waitFor()
      await picture(page, `${file}-${colorScheme}`)
      expect(await violations(page), name).toEqual([])
    }
  })
})
