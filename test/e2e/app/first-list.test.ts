import { expect, it } from 'vitest'
import { firstScriptBytes } from '../../first-scripts.ts'
import { buildRenderer, openSession } from '../browser.ts'

/** Bytes of scripts that the first list may need; the rest comes behind it. */
const FIRST_LIST_BYTES = 700_000

it('needs little for the first list', async () => {
  const bytes = firstScriptBytes(await buildRenderer())
  expect(bytes).toBeGreaterThan(200_000)
  expect(bytes).toBeLessThan(FIRST_LIST_BYTES)
})

it('shows the list before the rest of the program has come, and the first click only waits for that', async (test) => {
  const { context, host } = await openSession(test)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const page = await context.newPage()
  await page.route(/\/Screens-[\w-]+\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(host.address)
  await page.locator('.card').first().waitFor()

  // The help is asked for before it is there: the list stays, nothing flickers, the focus waits where it was.
  const help = page.getByRole('button', { name: /^帮助/ })
  await help.focus()
  await page.keyboard.press('Enter')
  await page.locator('.card').first().waitFor()
  await expect.poll(() => help.evaluate((button) => button === document.activeElement)).toBe(true)
  letGo()
  await page.getByRole('dialog', { name: '帮助' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '帮助' }).waitFor({ state: 'detached' })
  await expect.poll(() => help.evaluate((button) => button === document.activeElement)).toBe(true)
})

it('says in Chinese that a screen broke, and leads back to where one was', async (test) => {
  const { page } = await openSession(test, { expectedErrors: /./ })
  await page.locator('.card').first().waitFor()
  // An answer that no screen expects.
  await page.route('**/api/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name !== 'meeting.list') return route.continue()
    await route.fulfill({ json: { ok: true, value: [{ title: 1 }] } })
  })
  await page.reload()
  await page.getByRole('heading', { name: '这个窗口出了差错' }).waitFor()
  const again = page.getByRole('button', { name: '重新打开窗口' })
  await expect.poll(() => again.evaluate((button) => button === document.activeElement)).toBe(true)
  if (process.env.HUIBEI_PICTURES) await page.screenshot({ path: `${process.env.HUIBEI_PICTURES}/fault.png` })
  await page.unroute('**/api/call')
  await page.keyboard.press('Enter')
  await page.locator('.card').first().waitFor()
})
