import { expect, it } from 'vitest'
import { compose, openSession } from '../browser.ts'

it('does the main things with the keyboard alone', async (test) => {
  const session = await openSession(test)
  const { page } = session
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      if (name.test(`${label} ${await focused()}`)) return
    }
    throw new Error(`no way by Tab to ${name}`)
  }

  // From the list into the meeting.
  await page.locator('.card').waitFor()
  await tabTo(/反馈会议$/)
  await page.keyboard.press('Enter')
  await page.locator('.point').first().waitFor()

  // F6 goes round the panes; in the editor one can write.
  const paneOf = () =>
    page.evaluate(() => {
      const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')
      return pane?.dataset.pane || pane?.className.replace(/^pane /, '') || ''
    })
  const visited: string[] = []
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F6')
    visited.push(await paneOf())
  }
  expect(new Set(visited)).toEqual(new Set(['topbar', 'pane-left', 'editor', 'pane-right']))

  // F8 walks the findings and selects each in the text; Shift+F8 goes back.
  await page.keyboard.press('F8')
  await page.locator('.finding[aria-current]').waitFor()
  const quote = () => page.locator('.finding[aria-current] .finding-quote').textContent()
  const first = await quote()
  await page.keyboard.press('F8')
  await page.waitForFunction(
    (before) => document.querySelector('.finding[aria-current] .finding-quote')?.textContent !== before,
    first,
  )
  await page.keyboard.press('Shift+F8')
  await page.waitForFunction(
    (before) => document.querySelector('.finding[aria-current] .finding-quote')?.textContent === before,
    first,
  )
  expect(await page.evaluate(() => window.getSelection()?.toString().replace(/\s/g, ''))).toBe(first)

  // Ctrl+S says that it is saved; F1 opens the help and Esc closes it, back where one was.
  await page.keyboard.press('Control+s')
  await page.getByText('会备会自动保存').waitFor()
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: '帮助' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '帮助' }).waitFor({ state: 'detached' })
  expect(await paneOf()).toBe('editor')

  // Ctrl+P leads to the printed page by way of the delivery check.
  await page.keyboard.press('Control+p')
  await page.getByRole('dialog', { name: '交稿检查' }).waitFor()
  await tabTo(/照样打印/)
  await page.keyboard.press('Enter')
  await page.locator('.print-page').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.print-page').first().waitFor({ state: 'detached' })
})

it('leaves the keys of an input method alone', async (test) => {
  const session = await openSession(test)
  const { page, devtools } = session
  await page.getByRole('button', { name: '新建会议' }).click()
  const title = page.getByLabel('会议名称（列表里用）')
  await title.focus()
  await compose(devtools, 'fankui', '反馈会')
  await expect.poll(() => title.inputValue()).toBe('反馈会')
  await page.getByLabel('第1位 姓名').focus()
  await devtools.send('Input.imeSetComposition', { text: 'shen', selectionStart: 4, selectionEnd: 4 })
  await page.keyboard.press('Enter')
  await devtools.send('Input.insertText', { text: '沈砚田' })
  await expect.poll(() => page.getByLabel('第1位 姓名').inputValue()).toBe('沈砚田')
  await expect.poll(() => page.locator('.roster-row').count()).toBe(3)
})
